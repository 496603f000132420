import { fillWords } from "#core/sheet/draft/fill-words.ts";
import { textCell } from "#core/sheet/draft/make-cell.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { Sheet } from "#core/sheet/sheet.ts";
import { listBook, listSheet, type ListColumn } from "./list-book.ts";
import type { ContrastListView, ListFrame } from "./list-views.ts";
import type { ReportListWords } from "./list-words.ts";
import { listedColumns, listedRows } from "./listed-rows.ts";

/** Who is in one number and not in the other, and for each of them why (R5a): a sheet for each side. */
export function contrastBook(view: ContrastListView, frame: ListFrame, words: ReportListWords): SheetBook {
  const title = fillWords(words.contrast.title, { first: view.first.cell, second: view.second.cell });
  const sides = [
    { key: "only-first", side: view.first, found: view.onlyFirst, left: view.leftFirst ?? 0 },
    { key: "only-second", side: view.second, found: view.onlySecond, left: view.leftSecond ?? 0 },
  ];
  const sheets = sides.map(({ key, side, found, left }): Sheet => {
    const facts = { ...side, count: found.length + left, both: view.both };
    const more = left > 0 ? fillWords(words.drill.left, { left }) : "";
    const why = { key: "why", width: 48, header: words.contrast.why };
    return listSheet(frame, words, {
      ...{ key, sheet: fillWords(words.contrast.sheet, { cell: side.cell }), title },
      info: fillWords(words.contrast.info, facts) + more,
      columns: besideName(listedColumns(words, []), why),
      rows: listedRows(found, [], (row) => ({ why: textCell(row.why[words.labels], { align: "left" }) })),
    });
  });
  return listBook(frame, title, sheets);
}

/** The reason is what a contrast is looked at for: it stands where no window cuts it off. */
function besideName(columns: readonly ListColumn[], why: ListColumn): readonly ListColumn[] {
  const at = columns.findIndex(({ key }) => key === "name") + 1;
  return columns.toSpliced(at, 0, why);
}
