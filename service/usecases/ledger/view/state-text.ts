import { dayOf, type Instant } from "#core/kernel/instant.ts";
import { isClosed, stagesOn } from "#core/ledger/check-window.ts";
import type { LedgerWindow, Stage } from "#core/ledger/window.ts";
import type { LedgerRecord } from "#service/ports/records.ts";

/** Stands in the sheet, which travels: Chinese, as everything that is printed on it. */
const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  filling: "填报",
  "peer-review": "互评",
  "leader-review": "领导评",
};

/** One line: voided, closed, or the stages with their days, those of today marked. */
export function stateText(
  { state }: Pick<LedgerRecord, "state">,
  window: LedgerWindow | undefined,
  at: Instant,
): string {
  if (state === "voided") return "已作废";
  if (state === "merged") return "已并入，只供查看";
  if (!window) return "未设阶段";
  const today = dayOf(at);
  if (isClosed(window, today)) return "已关闭";
  const open = stagesOn(window, today);
  const stages = (Object.keys(STAGE_NAMES) as readonly Stage[]).flatMap((stage) => {
    const span = window.spans[stage];
    return span ? [`${open.includes(stage) ? "●" : "○"}${STAGE_NAMES[stage]} ${span.from}～${span.to}`] : [];
  });
  return stages.join("　");
}
