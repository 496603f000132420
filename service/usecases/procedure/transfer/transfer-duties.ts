import type { UnitId } from "#core/kernel/ids.ts";
import { ancestorsOf } from "#core/organisation/tree.ts";
import type { Unit } from "#core/organisation/unit.ts";
import { validUntil } from "#core/people/transfer/transfer-rules.ts";
import type { Transfer, TransferState } from "#core/people/transfer/transfer.ts";
import type { Duty } from "#core/protocol/ledgers.ts";
import { handsIn } from "#core/report/submission/reporting-units.ts";
import type { StoreReads } from "#service/ports/store.ts";
import { officeOf } from "#service/usecases/acting-office.ts";
import type { Caller } from "#service/usecases/caller.ts";

const WAITING: readonly TransferState[] = ["asked", "open"];
const MOST = 1_000;

/** Letters that wait for the caller's unit: to be issued on request or released, and to be taken in (M12, M13). */
export async function transferDuties(tx: StoreReads, caller: Caller): Promise<readonly Duty[]> {
  const office = officeOf(caller);
  if (!office || !caller.scope.records.work.has(office.id)) return [];
  const units = answeredBy(caller, office);
  const letters = await tx.procedures.transfers({ units: [...units], side: "both", states: WAITING, most: MOST });
  const isOf = (unitId: UnitId | null): boolean => unitId !== null && units.has(unitId);
  const wanted = letters.filter(({ state, fromUnitId }) => state === "asked" && isOf(fromUnitId));
  const coming = letters.filter(({ state, toUnitId }) => state === "open" && isOf(toUnitId));
  return [...duty("out", [...wanted, ...(await toRelease(tx, caller))]), ...duty("in", coming)];
}

/** The office itself, and what is below it with no office between: a general branch does this for its branches. */
function answeredBy({ organisation, scope }: Caller, office: Unit): ReadonlySet<UnitId> {
  const isOffice = (id: UnitId): boolean => {
    const unit = organisation.units.get(id);
    return unit !== undefined && handsIn(unit);
  };
  const nearest = (id: UnitId): UnitId | undefined =>
    [id, ...ancestorsOf(organisation, id)].find((above) => above === office.id || isOffice(above));
  return new Set([...scope.records.work].filter((id) => nearest(id) === office.id));
}

/** A numbered letter waits for the committee, whoever of its units issued it. */
async function toRelease(tx: StoreReads, { scope }: Caller): Promise<readonly Transfer[]> {
  if (!scope.organisationDepartment) return [];
  const asked = { units: [...scope.records.work], side: "out", states: ["printed"], most: MOST } as const;
  return await tx.procedures.transfers(asked);
}

function duty(side: "in" | "out", letters: readonly Transfer[]): readonly Duty[] {
  if (letters.length === 0) return [];
  const [due = null] = letters.flatMap((letter) => validUntil(letter) ?? []).toSorted();
  return [{ kind: "transfer", count: letters.length, ledgerId: null, record: `transfer:${side}`, title: "", due }];
}
