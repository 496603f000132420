import { fillWords } from "#core/sheet/draft/fill-words.ts";
import { figureCell, PLAIN_NUMBER, textCell } from "#core/sheet/draft/make-cell.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import { checkPlaceText, onlyTable, type ToldPlace } from "../check-place-text.ts";
import { findingState } from "../finding-marks.ts";
import { listBook, listSheet } from "./list-book.ts";
import type { ListFrame } from "./list-views.ts";
import type { ReportListWords } from "./list-words.ts";
import type { ReportFindingView } from "../report-view.ts";
import type { ReportWords } from "../report-words.ts";

export interface FindingsWords {
  readonly report: ReportWords;
  readonly lists: ReportListWords;
}

const COLUMNS = [
  ["code", 12],
  ["table", 16],
  ["severity", 10],
  ["left", 11],
  ["relation", 12],
  ["right", 11],
  ["difference", 11],
  ["text", 56],
  ["explanation", 40],
] as const;

/** What does not hold, as a list to hand round (R4): 序号 报表 审核类型 左边值 关系 右边值 差 说明, and what the unit says to it. */
export function findingsBook(
  findings: readonly ReportFindingView[],
  frame: ListFrame,
  { report, lists }: FindingsWords,
): SheetBook {
  const { columns, severity } = report.checks;
  const sheet = listSheet(frame, lists, {
    ...{ key: "findings", sheet: lists.findings.sheet, title: lists.findings.title },
    info: fillWords(lists.printHeader, { unit: frame.unitName, day: frame.ask.on }),
    columns: COLUMNS.map(([key, width]) => ({ key, width, header: columns[key] })),
    rows: findings.map((finding) => {
      const { code, text, left, relation, right, difference, explanation, exempt } = finding;
      const look = { state: findingState(finding) ?? "text" } as const;
      return {
        key: `#check:${code}:${finding.line}`,
        cells: {
          code: textCell(code),
          table: textCell(checkPlaceText(placeOf(finding), report), { link: `cells:${finding.cells.join(" ")}` }),
          severity: textCell(exempt ? exempted(finding, lists) : severity[finding.severity], look),
          ...{ left: figure(left), relation: textCell(relation, { align: "center" }), right: figure(right) },
          ...{ difference: figure(difference), text: textCell(text, { align: "left" }) },
          explanation: textCell(explanation?.text ?? "", { align: "left" }),
        },
      };
    }),
  });
  return listBook(frame, lists.findings.title, [sheet]);
}

/** The table it runs over, or whose cells it compares, with the row or column it fails in. */
function placeOf({ table, line, cells }: ReportFindingView): ToldPlace {
  return { table: table ?? onlyTable(cells.map((cell) => Number(cell.slice(0, cell.indexOf("!"))))), line };
}

function exempted({ explanation }: ReportFindingView, { findings }: ReportListWords): string {
  return explanation === null ? findings.exempt : findings.exemptExplained;
}

function figure(value: number) {
  return figureCell(String(value), "text", { format: PLAIN_NUMBER });
}
