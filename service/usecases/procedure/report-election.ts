import { dayOf } from "#core/kernel/instant.ts";
import { toId, type PersonId, type PostId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { LEADING_POSTS, type Post } from "#core/organisation/post.ts";
import { electionDue } from "#core/people/unit-changes/decide-unit-change.ts";
import type { Person } from "#core/people/person/person.ts";
import { recordChanges } from "#core/people/person/record-changes.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { ElectionReported, ReportElection } from "#core/protocol/records/unit-changes.ts";
import type { StoreWrites } from "#service/ports/store.ts";
import type { UnitRecord } from "#service/ports/records/unit-records.ts";
import type { Caller } from "../caller.ts";
import { writeUnits } from "../record/write-units.ts";
import { writeOrRollBack } from "../write-or-roll-back.ts";
import { peopleOf, whyNotWork, type ProcedureServices } from "./act-on-people.ts";
import { noticesTo, parentOf, workedUnit } from "./unit/units-of-procedures.ts";

/** After an election (M19): term, due date, the new leaders from their records (M5); the superior is told. */
export async function reportElection(
  services: ProcedureServices,
  caller: Caller,
  asked: ReportElection,
): Promise<Result<ElectionReported, AnyRefusal>> {
  const unit = workedUnit(caller, asked.unitId);
  if (!unit.ok) return unit;
  const today = dayOf(caller.at);
  const { electedOn, document } = asked;
  if (electedOn > today)
    return refuse({ code: "day-not-possible", field: "electedOn", given: electedOn, earliest: null, latest: today });
  return await writeOrRollBack(services.store, async (tx): Promise<Result<ElectionReported, AnyRefusal>> => {
    const leaders = await leadersOf(tx, caller, asked);
    if (!leaders.ok) return leaders;
    const [record] = await tx.units.records([unit.value.id]);
    if (!record || record.closed) return refuse({ code: "unit-closed" });
    const after = withElection(record, asked);
    const writes = [{ after, fields: recordChanges(record, after), reason: asked.reason }];
    const order = { caller, catalogue: services.catalogue, action: "report-election", writes };
    if ((await writeUnits(tx, order)).size > 0) return refuse({ code: "changed-meanwhile" });
    await saveLeaders(tx, services, { unitId: unit.value.id, asked, leaders: leaders.value, today });
    const told = { kind: "election-reported", record: `unit:${unit.value.id}`, about: unit.value.name };
    const to = [parentOf(caller, unit.value.id)];
    await tx.procedures.addUnitNotices(noticesTo(services, caller, { ...told, reason: document, to }));
    return ok({ due: electionDue(electedOn, asked.term) });
  });
}

function withElection(record: UnitRecord, { electedOn, term, way, document }: ReportElection): UnitRecord {
  const due = electionDue(electedOn, term);
  const facts: Readonly<Record<string, string>> = {
    ...{ electedOn, electionTerm: String(term), electionDue: due, electionWay: way, electionDocument: document },
  };
  const revisions = { ...record.revisions };
  for (const [key, value] of Object.entries(facts))
    if (record.facts[key] !== value) revisions[key] = (revisions[key] ?? (key in record.facts ? 1 : 0)) + 1;
  const entry = { from: electedOn, term: String(term), due, way, document };
  const earlier = (record.lists.elections ?? []).filter((one) => one["from"] !== electedOn);
  return {
    ...record,
    facts: { ...record.facts, ...facts },
    lists: { ...record.lists, elections: [...earlier, entry] },
    revisions,
    version: record.version + 1,
  };
}

/** People of one's own records, the secretary with a mobile: it is never typed twice (M5). */
async function leadersOf(
  tx: StoreWrites,
  caller: Caller,
  { secretaryId, deputyIds }: ReportElection,
): Promise<Result<readonly PersonId[], AnyRefusal>> {
  const ids = [...new Set([secretaryId, ...deputyIds])].map((id) => toId<PersonId>(id));
  const people = await peopleOf(
    tx,
    ids.map((personId) => ({ personId })),
  );
  for (const id of ids) {
    const refusal = whyNotWork(caller, people.get(id), "report-election");
    if (refusal) return refuse(refusal);
  }
  return hasMobile(people.get(toId<PersonId>(secretaryId)))
    ? ok(ids)
    : refuse({ code: "person-needs", field: "mobile" });
}

function hasMobile(person: Person | undefined): boolean {
  return (person?.facts["mobile"] ?? "") !== "";
}

interface NewLeaders {
  readonly unitId: Post["unitId"];
  readonly asked: ReportElection;
  /** The secretary first. */
  readonly leaders: readonly PersonId[];
  readonly today: Post["from"];
}

/** Who was elected again stays in his office; the others' ends on the day of the election. */
async function saveLeaders(
  tx: StoreWrites,
  { random }: ProcedureServices,
  { unitId, asked, leaders, today }: NewLeaders,
): Promise<void> {
  const { electedOn } = asked;
  const wanted = leaders.map((personId, index) => ({
    personId,
    kind: index === 0 ? ("secretary" as const) : ("deputy-secretary" as const),
  }));
  const present = (await tx.organisation.posts(today)).filter(
    (post) => post.unitId === unitId && LEADING_POSTS.includes(post.kind),
  );
  const isWanted = (post: Post): boolean =>
    wanted.some(({ personId, kind }) => personId === post.personId && kind === post.kind);
  const ended = present
    .filter((post) => !isWanted(post))
    .map((post) => ({ ...post, until: post.from > electedOn ? post.from : electedOn }));
  const begun = wanted
    .filter(({ personId, kind }) => !present.some((post) => post.personId === personId && post.kind === kind))
    .map(({ personId, kind }) => ({
      ...{ id: toId<PostId>(random.id("pos")), personId, unitId, kind, from: electedOn, until: null },
    }));
  await tx.organisation.savePosts([...ended, ...begun]);
}
