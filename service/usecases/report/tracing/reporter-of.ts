import type { UnitId } from "#core/kernel/ids.ts";
import { isFrozen, reportStateOf } from "#core/report/submission/submission.ts";
import type { SubmissionRecord } from "#service/ports/reports/reports.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { OpenedReport } from "../numbers/open-report.ts";
import type { ReportServices } from "../report-services.ts";
import { decodeFrozen, type Reporter } from "./frozen-bytes.ts";

interface Asked {
  readonly caller: Caller;
  readonly opened: Pick<OpenedReport, "key" | "scope">;
}

/** Of a report that was handed in who reported it then, whatever became of the names (R8); of every other who would today. */
export async function reporterOf(
  tx: StoreReads,
  services: Pick<ReportServices, "frozenReports" | "packing">,
  { submission, ...asked }: Asked & { readonly submission: SubmissionRecord | null },
): Promise<Reporter> {
  const isHandedIn = submission !== null && isFrozen(reportStateOf(submission));
  const then = isHandedIn ? await reporterThen(tx, services, submission) : null;
  return then ?? (await reporterNow(tx, asked));
}

async function reporterThen(
  tx: StoreReads,
  { frozenReports, packing }: Pick<ReportServices, "frozenReports" | "packing">,
  { id }: SubmissionRecord,
): Promise<Reporter | null> {
  return await frozenReports.reporter(id, async () => {
    const packed = await tx.reports.frozen(id);
    if (!packed) throw new Error(`submission ${id} has no records behind it`);
    return decodeFrozen(await packing.unpack(packed)).head.reporter ?? null;
  });
}

export async function reporterNow(tx: StoreReads, { caller, opened }: Asked): Promise<Reporter> {
  const { unit } = opened.scope;
  const root = [...caller.organisation.units.values()].find(({ parentId }) => parentId === null);
  const head = await secretaryOf(tx, caller.organisation, opened.key.unitId);
  return { unitName: unit.name, unitCode: unit.code, maker: root?.name ?? "", head };
}

async function secretaryOf(tx: StoreReads, { postsOfUnit }: Caller["organisation"], unitId: UnitId): Promise<string> {
  const secretary = postsOfUnit.get(unitId)?.find(({ kind }) => kind === "secretary");
  if (!secretary) return "";
  return (await tx.organisation.namesOf([secretary.personId])).get(secretary.personId) ?? "";
}
