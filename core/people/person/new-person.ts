import type { PersonId, PostId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { FieldCatalogue } from "../field/field-catalogue.ts";
import type { FieldRefusal } from "../field/field-refusal.ts";
import { birthDateOf, sexOf } from "../field/id-number.ts";
import { applyFieldEdits, type RecordEdit } from "./apply-field-edits.ts";
import type { Facts } from "./facts.ts";
import type { Belonging, Person } from "./person.ts";

export interface NewPersonOptions {
  readonly id: PersonId;
  readonly belonging: Belonging & { readonly id: PostId };
  readonly today: Day;
  readonly catalogue: FieldCatalogue;
}

export type NewPerson =
  | { readonly ok: true; readonly person: Person }
  | { readonly ok: false; readonly problems: readonly { readonly field: string; readonly refusal: FieldRefusal }[] };

/** Procedures whose results a record may bring along from where it was kept before; leaving is none of them. */
const BROUGHT_ALONG: ReadonlySet<string> = new Set(["conversion"]);

/**
 * A person nobody knew so far, by form or import alike. What the ID number says and nobody typed is taken from it (M1).
 * @param facts canonical texts by field key; yearly fields by "key.year"
 */
export function newPerson(facts: Facts, { id, belonging, today, catalogue }: NewPersonOptions): NewPerson {
  const edits = Object.entries(withIdentity(facts)).flatMap(([key, canonical]): readonly RecordEdit[] => {
    const address = catalogue.byKey("person", key);
    return address ? [{ address, canonical }] : [];
  });
  const isBrought = ({ address: { definition } }: RecordEdit): boolean =>
    definition.edited === "procedure" && BROUGHT_ALONG.has(definition.procedure ?? "");
  const blank = {
    id,
    facts: broughtFacts(edits.filter(isBrought)),
    lists: {},
    revisions: {},
    belongings: [],
    version: 0,
  };
  const typed = edits.filter((edit) => !isBrought(edit));
  const { record, refusals } = applyFieldEdits<Person>(blank, typed, { today, catalogue });
  const problems = typed.flatMap(({ address }, index) => {
    const refusal = refusals[index] ?? null;
    return refusal === null ? [] : [{ field: address.key, refusal }];
  });
  if (problems.length > 0) return { ok: false, problems };
  // A field that was never changed since the record was made needs no revision of its own.
  return { ok: true, person: { ...record, revisions: {}, belongings: [belonging], version: 1 } };
}

function broughtFacts(edits: readonly RecordEdit[]): Facts {
  return Object.fromEntries(edits.map(({ address, canonical }) => [address.key, canonical]));
}

function withIdentity(facts: Facts): Facts {
  const { idNumber } = facts;
  const born = idNumber === undefined ? undefined : birthDateOf(idNumber);
  if (idNumber === undefined || born === undefined) return facts;
  return { birthDate: born, sex: sexOf(idNumber), ...facts };
}
