import type { ReportFindingView } from "#core/sheet/report/report-view.ts";
import type { Language } from "#core/wording/language.ts";

/** "180（应 = 179）": what a check compared, not as if it held. */
export function saySides(
  language: Language,
  { left, relation, right }: Pick<ReportFindingView, "left" | "relation" | "right">,
): string {
  return language === "en" ? `${left} (should be ${relation} ${right})` : `${left}（应 ${relation} ${right}）`;
}
