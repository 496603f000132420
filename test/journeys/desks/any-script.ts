import fc from "fast-check";
import type { DrivenCell } from "#test/contracts/sheet-host.ts";
import { qualitative, quantitative, type ScriptStep } from "../edit-script.ts";

const ITEMS = ["q1", "q2", "q3", "q4"];
const TEXT_COLUMNS = ["text.task", "text.requirement", "text.responsible", "text.due"];
const COLUMNS = [...TEXT_COLUMNS, "score", "reason", "maximum", "evidence"];

const anItem = fc.constantFrom(...ITEMS);
const aScore = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 0, max: 40 }).map((half) => half / 2),
);
/** What a spreadsheet would love to spoil, but no text that is blank or changes only in how it is written. */
const aText = fc.constantFrom(
  "每月一次",
  "第一行\n第二行",
  "=1+1",
  "2026.10",
  "110101199001011234",
  "-",
  "@联系人",
  "1/2",
);
/** Stays a text in a cell of any format: a block may cover locked figures. */
const aPlainText = fc.constantFrom("张三", "每季度末", "第一行\n第二行", "@联系人");
const aTextCell = fc.tuple(anItem, fc.constantFrom(...TEXT_COLUMNS)).map(([row, column]) => quantitative(row, column));
const aFigureCell: fc.Arbitrary<DrivenCell> = fc.oneof(
  anItem.map((row) => quantitative(row, "score")),
  fc.constantFrom("l1", "l2").map((row) => qualitative(row, "rating.self")),
);
const aLockedCell: fc.Arbitrary<DrivenCell> = fc.oneof(
  anItem.map((row) => quantitative(row, "maximum")),
  fc.constantFrom("#total:s1", "#total:quantitative").map((row) => quantitative(row, "score")),
);

const aStep: fc.Arbitrary<ScriptStep> = fc.oneof(
  fc.record({ do: fc.constant("type" as const), at: aTextCell, value: aText }),
  fc.record({ do: fc.constant("type" as const), at: aFigureCell, value: aScore }),
  fc.record({ do: fc.constant("type" as const), at: aLockedCell, value: fc.integer({ min: 50, max: 90 }) }),
  fc.record({ do: fc.constant("type" as const), at: anItem.map((row) => quantitative(row, "reason")), value: aText }),
  fc.record({ do: fc.constant("type-formula" as const), at: aFigureCell, formula: fc.constantFrom("5+5", "SUM(1,2)") }),
  fc.record({
    do: fc.constant("paste" as const),
    at: anItem.map((row) => quantitative(row, "text.responsible")),
    block: fc.array(fc.tuple(aPlainText, aPlainText), { minLength: 1, maxLength: 1 }),
  }),
  fc.record({ do: fc.constant("own-row" as const), at: aTextCell, text: fc.constant("自己的一行") }),
  fc.record({
    do: fc.constant("own-column" as const),
    at: fc.tuple(anItem, fc.constantFrom(...COLUMNS)).map(([row, column]) => quantitative(row, column)),
    text: fc.constant("自己的备注"),
  }),
  fc.record({ do: fc.constant("delete-row" as const), sheet: fc.constant("quantitative"), row: anItem }),
  fc
    .tuple(anItem, anItem)
    .filter(([row, above]) => row !== above)
    .map(([row, above]) => ({ do: "move-row", sheet: "quantitative", row, above }) as const),
  fc
    .tuple(fc.constantFrom(...COLUMNS), fc.constantFrom(...COLUMNS))
    .filter(([column, before]) => column !== before)
    .map(([column, before]) => ({ do: "move-column", sheet: "quantitative", column, before }) as const),
);

/** Anything an owner may do to a drawn ledger of the journey's template, in any order. */
export function anyScript(): fc.Arbitrary<readonly ScriptStep[]> {
  return fc.array(aStep, { minLength: 1, maxLength: 7 }).map(possible);
}

/** Without what is done to rows that are gone by then. */
function possible(script: readonly ScriptStep[]): readonly ScriptStep[] {
  const gone = new Set<string>();
  return script.filter((step) => {
    const rows = step.do === "move-row" ? [step.row, step.above] : [step.do === "delete-row" ? step.row : rowOf(step)];
    if (rows.some((row) => gone.has(row))) return false;
    if (step.do === "delete-row") gone.add(step.row);
    return true;
  });
}

function rowOf(step: ScriptStep): string {
  return "at" in step ? step.at.row : "";
}
