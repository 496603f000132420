import { useEffect, useState } from "react";
import type { OpenDesk } from "#addin/hosts/open-desk.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { Selection } from "#core/sheet/sheet-host.ts";
import { reportCellOfKeys } from "#core/sheet/report/report-places.ts";
import { tried } from "../desk/desk-work.ts";

/** Who walks through the cells with the arrow keys does not ask for each of them. */
const REST_MS = 200;

/** "2!C4": the number that is selected in the workbook. The selection tells its own keys: nothing is read at each step. */
export function useReportCell(desk: OpenDesk, book: SheetBook | null): string | null {
  const [cell, setCell] = useState<string | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (selection: Selection | null) => {
      clearTimeout(timer);
      timer = setTimeout(() => setCell(selection && reportCellIn(book, selection)), REST_MS);
    };
    void tried(
      async () => look(await desk.sheet.selection()),
      () => look(null),
    );
    const leave = desk.sheet.onSelection(look);
    return () => {
      clearTimeout(timer);
      leave();
    };
  }, [desk, book]);
  return cell;
}

export function reportCellIn(book: SheetBook | null, { sheet, rowKey, columnKey }: Selection): string | null {
  const key = book?.sheets.find(({ name }) => name === sheet)?.key;
  if (key === undefined || rowKey === null || columnKey === null) return null;
  return reportCellOfKeys({ sheet: key, row: rowKey, column: columnKey }) ?? null;
}
