import { addMonths, firstDayOf } from "#core/kernel/day-arithmetic.ts";
import type { Day } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { FieldAddress, FieldCatalogue } from "../field/field-catalogue.ts";
import type { FieldRefusal } from "../field/field-refusal.ts";
import { birthDateOf, sexOf } from "../field/id-number.ts";
import type { Belonging } from "./person.ts";
import { listFieldsOf, type ListFields } from "./dated-entries.ts";
import { withFacts, type Facts, type Lists, type Revisions } from "./facts.ts";
import { setListField } from "./set-list-field.ts";

/** What edits change: a person's record, or a unit's. */
export interface EditableRecord {
  readonly facts: Facts;
  readonly lists: Lists;
  readonly revisions: Revisions;
  readonly version: number;
  readonly belongings?: readonly Belonging[];
}

export interface RecordEdit {
  readonly address: FieldAddress;
  /** As parseField gives it; "" empties the field. */
  readonly canonical: string;
}

export interface EditOptions {
  readonly today: Day;
  readonly catalogue: Pick<FieldCatalogue, "person" | "unit">;
}

export interface EditedRecord<R> {
  /** The very record that was given, when nothing changed. Its version has grown by one otherwise, whatever the number of edits. */
  readonly record: R;
  /** One per edit, in their order; null: done. */
  readonly refusals: readonly (FieldRefusal | null)[];
}

/** Later than that after admission no conversion can still be under way: what is entered then fills a gap of old papers. */
const CONVERSION_OVER_MONTHS = 30;
/** What an ID number says as well: these three are judged together, whatever the order in which they come. */
const IDENTITY: ReadonlySet<string> = new Set(["idNumber", "sex", "birthDate"]);

/**
 * All edits of one record at once, so that neither their order nor a state between them matters: what begins an entry goes
 * first, identity is compared after all of it is in. Each edit is done or refused on its own.
 */
export function applyFieldEdits<R extends EditableRecord>(
  record: R,
  edits: readonly RecordEdit[],
  options: EditOptions,
): EditedRecord<R> {
  const refusals: (FieldRefusal | null)[] = edits.map((edit) => whyNot(record, edit, options.today));
  const done = (): readonly RecordEdit[] => edits.filter((_, index) => refusals[index] === null);
  const edited = withEdits(record, done(), options);
  const clash = identityClash(edited.facts);
  if (clash === null || !edits.some(touchesIdentity)) return { record: edited, refusals };
  for (const [index, edit] of edits.entries()) if (touchesIdentity(edit)) refusals[index] ??= clash;
  return { record: withEdits(record, done(), options), refusals };
}

export function applyFieldEdit<R extends EditableRecord>(
  record: R,
  edit: RecordEdit,
  options: EditOptions,
): Result<R, FieldRefusal> {
  const { record: edited, refusals } = applyFieldEdits(record, [edit], options);
  const refusal = refusals[0] ?? null;
  return refusal === null ? ok(edited) : refuse(refusal);
}

function touchesIdentity({ address }: RecordEdit): boolean {
  return IDENTITY.has(address.key);
}

function whyNot(record: EditableRecord, { address, canonical }: RecordEdit, today: Day): FieldRefusal | null {
  const { definition, key } = address;
  if ((record.facts[key] ?? "") === canonical) return null;
  if (definition.edited === "computed") return { code: "field-computed", field: key };
  if (definition.edited === "procedure" || isProceduresBusiness(record, address, today)) {
    return { code: "by-procedure", field: key, procedure: definition.procedure ?? "leaving" };
  }
  const empties = canonical === "" && definition.kept === true;
  return empties ? { code: "field-not-emptied", field: key } : null;
}

/** Filled for the first time while its procedure is still due, an admission or conversion would go round its own rules. */
function isProceduresBusiness({ facts, belongings = [] }: EditableRecord, { key }: FieldAddress, today: Day): boolean {
  if ((facts[key] ?? "") !== "") return false;
  if (key === "joinedOn") return belongings.some(({ kind, until }) => kind === "applicant" && until === null);
  const { joinedOn = "" } = facts;
  return key === "convertedOn" && joinedOn !== "" && addMonths(firstDayOf(joinedOn), CONVERSION_OVER_MONTHS) > today;
}

function withEdits<R extends EditableRecord>(record: R, edits: readonly RecordEdit[], options: EditOptions): R {
  const isListed = ({ address }: RecordEdit): boolean => address.definition.list !== undefined;
  let state: State = setFacts(
    record,
    edits.filter((edit) => !isListed(edit)),
  );
  const inOrder = edits
    .filter(isListed)
    .toSorted((a, b) => Number(b.address.definition.begins ?? false) - Number(a.address.definition.begins ?? false));
  for (const { address, canonical } of inOrder) {
    if ((state.facts[address.key] ?? "") === canonical) continue;
    const list = listOf(address, options);
    if (list) state = setListField(state, address, { canonical, list });
  }
  if (state === record) return record;
  return { ...record, ...state, facts: withWholeBirthDate(state.facts), version: record.version + 1 };
}

type State = Pick<EditableRecord, "facts" | "lists" | "revisions">;

function listOf({ definition: { of, list } }: FieldAddress, { catalogue }: EditOptions): ListFields | undefined {
  return list === undefined ? undefined : listFieldsOf(catalogue[of]).find((each) => each.list === list);
}

/** Of fields that are in no list: none of them says anything about another. The very same state when nothing changes. */
function setFacts(state: State, edits: readonly RecordEdit[]): State {
  const changes: Record<string, string> = {};
  const revisions: Record<string, number> = {};
  for (const { address, canonical } of edits) {
    const { key } = address;
    if ((changes[key] ?? state.facts[key] ?? "") === canonical) continue;
    revisions[key] = (revisions[key] ?? state.revisions[key] ?? (state.facts[key] === undefined ? 0 : 1)) + 1;
    changes[key] = canonical;
  }
  if (Object.keys(changes).length === 0) return state;
  return { ...state, facts: withFacts(state.facts, changes), revisions: { ...state.revisions, ...revisions } };
}

/** A birth month that agrees with the ID number is known to the day. */
function withWholeBirthDate(facts: Facts): Facts {
  const { birthDate = "", idNumber = "" } = facts;
  const born = idNumber === "" ? undefined : birthDateOf(idNumber);
  return birthDate.length === 7 && born?.startsWith(birthDate) ? { ...facts, birthDate: born } : facts;
}

/** Sex and birth date must agree with the ID number (M1); what is missing agrees. */
export function identityClash({ idNumber = "", sex = "", birthDate = "" }: Facts): FieldRefusal | null {
  if (idNumber === "") return null;
  if (birthDate !== "" && birthDateOf(idNumber)?.startsWith(birthDate) !== true) {
    return { code: "birth-date-against-id-number" };
  }
  return sex === "" || sex === sexOf(idNumber) ? null : { code: "sex-against-id-number" };
}
