/** Next year's plan and this year's list of a unit (M7, M8): one act at a time, each on top of what stands. */
import { dayOf } from "#core/kernel/instant.ts";
import { toId, type PersonId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { subtreeOf } from "#core/organisation/tree.ts";
import {
  approvePlan,
  closeList,
  confirmPlan,
  mayCheck,
  mayEdit,
  reopenPlan,
  reportNumber,
  trackPaper,
  type DevelopmentPlan,
  type PlanEntry,
} from "#core/people/development/development-plan.ts";
import { answeringUnits } from "#core/people/person/answering-units.ts";
import { reachedStage } from "#core/people/procedure/reached-stage.ts";
import type { ActOnPlan, PlanAnswer } from "#core/protocol/records/procedures.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { StoreWrites } from "#service/ports/store.ts";
import { auditEntry } from "#service/usecases/audit-entry.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { writeOrRollBack } from "#service/usecases/write-or-roll-back.ts";
import { peopleOf, type ProcedureServices, type RefusedRow } from "../act-on-people.ts";
import { whyNotHis } from "./plan-actors.ts";
import { newPlan, planView } from "./plan-view.ts";
import { noticesTo, parentOf, unitName, workedUnit } from "../unit/units-of-procedures.ts";

type Act = ActOnPlan["act"];

export async function actOnPlan(
  services: ProcedureServices,
  caller: Caller,
  { unitId, year, act }: ActOnPlan,
): Promise<Result<PlanAnswer, AnyRefusal>> {
  const unit = workedUnit(caller, unitId);
  if (!unit.ok) return unit;
  const refusal = whyNotHis(caller, unit.value.id, act.kind);
  if (refusal) return refuse(refusal);
  return await writeOrRollBack(services.store, async (tx): Promise<Result<PlanAnswer, AnyRefusal>> => {
    const [known] = await tx.procedures.plans({ units: [unit.value.id], year });
    const plan = known ?? newPlan(services.random.id("pla"), unit.value.id, year);
    if (!known && !(await tx.procedures.savePlan(plan))) return refuse({ code: "changed-meanwhile" });
    const entries = await tx.procedures.planEntries([plan.id]);
    const done =
      "people" in act ? await entryAct(tx, caller, { plan, entries, act }) : planAct(caller, { plan, entries, act });
    if (!done.ok) return done;
    if (done.value.plan !== plan && !(await tx.procedures.savePlan(done.value.plan)))
      return refuse({ code: "changed-meanwhile" });
    await tell(tx, services, { caller, plan: done.value.plan, act });
    return ok({ plan: await planView(tx, services, { caller, plan: done.value.plan }), refused: done.value.refused });
  });
}

interface Done {
  readonly plan: DevelopmentPlan;
  readonly refused: readonly RefusedRow[];
}

interface PlanAct {
  readonly plan: DevelopmentPlan;
  readonly entries: readonly PlanEntry[];
  readonly act: Exclude<Act, { readonly people: readonly string[] }>;
}

function planAct(caller: Caller, { plan, entries, act }: PlanAct): Result<Done, AnyRefusal> {
  const signed = { at: caller.at, who: caller.who };
  const changed = (() => {
    switch (act.kind) {
      case "report":
        return reportNumber(plan, act.number);
      case "confirm":
        return confirmPlan(plan, entries.length, signed);
      case "reopen":
        return reopenPlan(plan);
      case "approve":
        return approvePlan(plan, act.number, signed);
      case "close-list":
        return closeList(plan, entries, signed);
      case "sealed":
      case "received":
        return trackPaper(plan, { step: act.kind, on: act.on, today: dayOf(caller.at) });
    }
  })();
  return changed.ok ? ok({ plan: changed.value, refused: [] }) : changed;
}

interface EntryAct {
  readonly plan: DevelopmentPlan;
  readonly entries: readonly PlanEntry[];
  readonly act: Extract<Act, { readonly people: readonly string[] }>;
}

async function entryAct(
  tx: StoreWrites,
  caller: Caller,
  { plan, entries, act }: EntryAct,
): Promise<Result<Done, AnyRefusal>> {
  const may = act.kind === "check" ? mayCheck(plan) : mayEdit(plan);
  if (!may.ok) return may;
  const ids = [...new Set(act.people.map((id) => toId<PersonId>(id)))];
  const judged = act.kind === "add" ? await addable(tx, caller, { plan, entries, ids }) : listed(entries, ids);
  const chosen = ids.filter((_, row) => !judged.some((one) => one.row === row));
  if (act.kind === "remove") await tx.procedures.removePlanEntries(plan.id, chosen);
  else {
    const check = act.kind === "add" ? "open" : act.due ? "due" : "removed";
    const reason = act.kind === "check" ? act.reason : "";
    await tx.procedures.savePlanEntries(chosen.map((personId) => ({ planId: plan.id, personId, check, reason })));
  }
  // Nothing but people that are not there answers as missing (A9).
  if (chosen.length === 0 && judged.every(({ refusal }) => refusal.code === "not-found"))
    return refuse({ code: "not-found" });
  return ok({ plan, refused: judged });
}

function listed(entries: readonly PlanEntry[], ids: readonly PersonId[]): readonly RefusedRow[] {
  const known = new Set(entries.map(({ personId }) => personId));
  return ids.flatMap((id, row) => (known.has(id) ? [] : [{ row, refusal: { code: "not-in-plan" } as const }]));
}

/** Who is on the way to admission and belongs to the unit or below it. */
async function addable(
  tx: StoreWrites,
  caller: Caller,
  { plan, entries, ids }: Omit<EntryAct, "act"> & { readonly ids: readonly PersonId[] },
): Promise<readonly RefusedRow[]> {
  const people = await peopleOf(
    tx,
    ids.map((personId) => ({ personId })),
  );
  const units = new Set(subtreeOf(caller.organisation, plan.unitId));
  const day = dayOf(caller.at);
  const known = new Set(entries.map(({ personId }) => personId));
  return ids.flatMap((id, row): readonly RefusedRow[] => {
    const person = people.get(id);
    if (!person || !answeringUnits(person, day).some((unitId) => units.has(unitId)))
      return [{ row, refusal: { code: "not-found" } }];
    if (known.has(id)) return [{ row, refusal: { code: "in-plan-already" } }];
    const stage = reachedStage(person, day);
    if (stage === "activist" || stage === "candidate") return [];
    return [{ row, refusal: { code: "stage-wrong", stage, wanted: ["activist", "candidate"] } }];
  });
}

async function tell(
  tx: StoreWrites,
  services: ProcedureServices,
  { caller, plan, act }: { readonly caller: Caller; readonly plan: DevelopmentPlan; readonly act: Act },
): Promise<void> {
  const record = `plan:${plan.id}`;
  const fields = Object.entries(act).map(([field, value]) => ({ field, old: null, new: String(value) }));
  tx.record(auditEntry(caller, { action: `plan-${act.kind}`, record, fields }));
  const to = act.kind === "approve" ? plan.unitId : act.kind === "confirm" ? parentOf(caller, plan.unitId) : null;
  const about = `${unitName(caller, plan.unitId)} ${String(plan.year)}`;
  const told = { kind: `plan-${act.kind}`, record, about, reason: "" };
  await tx.procedures.addUnitNotices(noticesTo(services, caller, { ...told, to: [to] }));
}
