import type { ReportFindingView } from "#core/sheet/report/report-view.ts";
import type { Language } from "#core/wording/language.ts";
import { isWorded, sayRelation } from "./say-relation.ts";

type Sides = Pick<ReportFindingView, "left" | "relation" | "right">;

/** "180（应 = 179）", "3、0（应：同有同无）": what a check compared, not as if it held. */
export function saySides(language: Language, { left, relation, right }: Sides): string {
  const said = sayRelation(language, relation);
  if (isWorded(relation))
    return language === "en" ? `${left}, ${right} (should be: ${said})` : `${left}、${right}（应：${said}）`;
  return language === "en" ? `${left} (should be ${said} ${right})` : `${left}（应 ${said} ${right}）`;
}
