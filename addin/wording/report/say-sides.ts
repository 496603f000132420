import type { ReportFindingView } from "#core/sheet/report/report-view.ts";
import type { Language } from "#core/wording/language.ts";

type Sides = Pick<ReportFindingView, "left" | "relation" | "right">;

/** As one writes it, not as checks are typed. */
const SIGNS: Readonly<Record<string, string>> = { "!=": "≠", "<=": "≤", ">=": "≥" };

/** "180（应 = 179）": what a check compared, not as if it held. */
export function saySides(language: Language, { left, relation, right }: Sides): string {
  const should = `${SIGNS[relation] ?? relation} ${right}`;
  return language === "en" ? `${left} (should be ${should})` : `${left}（应 ${should}）`;
}
