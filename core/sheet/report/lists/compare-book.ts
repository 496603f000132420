import { sheetAddress } from "#core/sheet/cell-address.ts";
import { fillWords } from "#core/sheet/draft/fill-words.ts";
import { figureCell, formulaCell, PLAIN_NUMBER, textCell } from "#core/sheet/draft/make-cell.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import { listBook, listSheet } from "./list-book.ts";
import type { ComparedView, ListFrame } from "./list-views.ts";
import type { ReportListWords } from "./list-words.ts";

const WIDTHS = { cell: 10, title: 56, now: 12, before: 12, difference: 12, share: 12 } as const;
const KEYS = Object.keys(WIDTHS) as (keyof typeof WIDTHS)[];
/** Title, info and heading stand above the rows. */
const FIRST_ROW = 3;

/** Both years side by side (R6); difference and share are formulas, so that the list may be worked on. */
export function compareBook(view: ComparedView, frame: ListFrame, words: ReportListWords): SheetBook {
  const { year } = view;
  const title = fillWords(words.compare.title, { year });
  const sheet = listSheet(frame, words, {
    ...{ key: "compare", sheet: words.compare.sheet, title },
    info: fillWords(words.printHeader, { unit: frame.unitName, day: frame.ask.on }),
    columns: KEYS.map((key) => ({ key, width: WIDTHS[key], header: fillWords(words.compare.columns[key], { year }) })),
    rows: view.rows.map((row, index) => ({
      key: `#cell:${row.cell}`,
      cells: {
        cell: textCell(row.cell, { link: `cells:${row.cell}` }),
        title: textCell(row.title, { align: "left" }),
        now: figure(row.now),
        ...(row.before === null ? UNKNOWN : moved(row.now, row.before, index)),
      },
    })),
  });
  return listBook(frame, title, [sheet]);
}

/** No formula: what is not known is no 0. */
const UNKNOWN = { before: textCell("—"), difference: textCell("—"), share: textCell("—") } as const;

function moved(now: number, before: number, index: number) {
  const at = (key: keyof typeof WIDTHS) => sheetAddress(FIRST_ROW + index, KEYS.indexOf(key));
  const share = `IF(${at("before")}=0,"",ROUND((${at("now")}-${at("before")})/ABS(${at("before")})*100,1))`;
  const shown = before === 0 ? null : Math.round(((now - before) / Math.abs(before)) * 1000) / 10;
  return {
    before: figure(before),
    difference: formulaCell(`${at("now")}-${at("before")}`, now - before, { format: PLAIN_NUMBER }),
    share: formulaCell(share, shown, { format: "0.0" }),
  };
}

function figure(value: number) {
  return figureCell(String(value), "text", { format: PLAIN_NUMBER });
}
