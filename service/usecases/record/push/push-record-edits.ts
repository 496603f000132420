/**
 * A push of record edits (W3, M1, M4): each touched record is loaded once, judged with all its edits, written if it still
 * stands at the version that was read, with history and audit; one transaction, a few statements whatever the number.
 */
import { dayOf } from "#core/kernel/instant.ts";
import type { PersonId, UnitId } from "#core/kernel/ids.ts";
import type { Result } from "#core/kernel/result.ts";
import type { Person } from "#core/people/person/person.ts";
import { personRecord, unitRecord } from "#core/people/record-name.ts";
import type { PushAnswer, PushEdit, PushRequest } from "#core/protocol/push.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { StoreWrites } from "#service/ports/store.ts";
import type { UnitRecord } from "#service/ports/records/unit-records.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { answerOnce, type PushDone } from "#service/usecases/push/answer-once.ts";
import { outcomesOf, type EditResult } from "#service/usecases/push/outcomes-of.ts";
import type { Services } from "#service/usecases/services.ts";
import { writePeople } from "../write-people.ts";
import { writeUnits } from "../write-units.ts";
import { auditRefused } from "./audit-refused.ts";
import {
  decideRecordEdits,
  editsByRecord,
  wantedIdNumbers,
  type DecidedRecord,
  type Judging,
} from "./decide-record-edits.ts";
import { loadTouchedRecords } from "./touched-records.ts";

type PushServices = Pick<Services, "store" | "digest" | "catalogue">;

export async function pushRecordEdits(
  services: PushServices,
  caller: Caller,
  request: PushRequest,
): Promise<Result<PushAnswer, AnyRefusal>> {
  const { store, digest, catalogue } = services;
  return await store.write((tx) =>
    answerOnce(tx, { digest, order: { caller, request } }, () => pushOnce(tx, { caller, catalogue }, request.edits)),
  );
}

type Pushing = Pick<Services, "catalogue"> & {
  readonly caller: Caller;
  /** These records alone; left out, all. */
  readonly only?: ReadonlySet<string>;
};

async function pushOnce(tx: StoreWrites, pushing: Pushing, edits: readonly PushEdit[]): Promise<PushDone> {
  const decided = await decideAll(tx, pushing, edits);
  const missed = await save(tx, pushing, decided);
  // On PostgreSQL another transaction may have been faster: what it changed is seen now, and most edits stand beside it.
  const again = missed.size === 0 ? [] : await decideAll(tx, { ...pushing, only: missed }, edits);
  const lost = again.length === 0 ? new Set<string>() : await save(tx, pushing, again);
  const results = new Map<number, EditResult>();
  for (const one of [...decided, ...again]) {
    const isLost = lost.has(one.record);
    for (const [index, result] of one.results)
      results.set(index, isLost && result.kind === "accepted" ? CHANGED_MEANWHILE : result);
  }
  const inOrder = edits.map((_, index) => results.get(index) ?? CHANGED_MEANWHILE);
  for (const entry of auditRefused(pushing.caller, edits, inOrder)) tx.record(entry);
  const wrote = inOrder.some(({ kind }) => kind === "accepted");
  return { wrote, outcomes: await outcomesOf(tx, inOrder) };
}

const CHANGED_MEANWHILE: EditResult = { kind: "refused", refusal: { code: "changed-meanwhile" } };

async function decideAll(
  tx: StoreWrites,
  { caller, catalogue, only }: Pushing,
  edits: readonly PushEdit[],
): Promise<readonly DecidedRecord[]> {
  const today = dayOf(caller.at);
  const byRecord = [...editsByRecord(edits)].filter(([record]) => only?.has(record) ?? true);
  const touched = await loadTouchedRecords(
    tx,
    caller,
    byRecord.map(([record]) => record),
  );
  const taken = await takenIdNumbers(tx, wantedIdNumbers(edits, { catalogue, today }));
  const judging: Judging = { catalogue, today, taken };
  return byRecord.map(([record, own]) =>
    decideRecordEdits(record, { edits: own, touched: touched.get(record) }, judging),
  );
}

/** M3: an ID number that another record has, or that was given to another record in this very push. */
async function takenIdNumbers(tx: StoreWrites, wanted: readonly string[]): Promise<Judging["taken"]> {
  const held = new Map<string, string>();
  if (wanted.length > 0) {
    for (const [number, id] of await tx.people.withIdNumbers([...new Set(wanted)])) held.set(number, personRecord(id));
  }
  return (record, field, canonical) => {
    if (field !== "idNumber" || canonical === "") return undefined;
    const holder = held.get(canonical) ?? record;
    held.set(canonical, holder);
    return holder === record ? undefined : { code: "id-number-known" };
  };
}

/** @returns the records that somebody else changed meanwhile. */
async function save(
  tx: StoreWrites,
  { caller, catalogue }: Pushing,
  decided: readonly DecidedRecord[],
): Promise<ReadonlySet<string>> {
  const changed = decided.filter(({ after }) => after !== null);
  const people = changed.flatMap(({ touched, after, changes, edits }) =>
    touched?.kind === "person"
      ? [{ before: touched.before, after: after as Person, fields: changes, reason: reasonOf(edits) }]
      : [],
  );
  const units = changed.flatMap(({ touched, after, changes, edits }) =>
    touched?.kind === "unit" ? [{ after: after as UnitRecord, fields: changes, reason: reasonOf(edits) }] : [],
  );
  const lostPeople: ReadonlySet<PersonId> =
    people.length === 0 ? NONE : (await writePeople(tx, { caller, catalogue, action: "edit", writes: people })).changed;
  const lostUnits: ReadonlySet<UnitId> =
    units.length === 0 ? NONE : await writeUnits(tx, { caller, catalogue, action: "edit", writes: units });
  return new Set([...[...lostPeople].map(personRecord), ...[...lostUnits].map(unitRecord)]);
}

const NONE: ReadonlySet<never> = new Set<never>();

function reasonOf(edits: DecidedRecord["edits"]): string {
  const reasons = new Set(edits.flatMap(({ edit }) => (edit.reason === undefined ? [] : [edit.reason.trim()])));
  return [...reasons].filter((reason) => reason !== "").join("\n");
}
