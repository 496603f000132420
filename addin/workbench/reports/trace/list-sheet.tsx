import { useCallback } from "react";
import { recordOfListKey } from "#core/sheet/report/lists/list-key.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { Selection } from "#core/sheet/sheet-host.ts";
import type { Language } from "#core/wording/language.ts";
import { BookPane } from "#addin/workbench/book-pane.tsx";

export interface ListSheetProps {
  readonly language: Language;
  readonly book: SheetBook;
  /** "person:ID" of the row that is selected. */
  readonly onRecord: (record: string) => void;
}

/** A list of records as a sheet; whoever is selected stays chosen when another cell beside the list is. */
export function ListSheet({ language, book, onRecord }: ListSheetProps) {
  const selected = useCallback(
    ({ rowKey }: Selection) => {
      const record = rowKey === null ? undefined : recordOfListKey(rowKey);
      if (record !== undefined) onRecord(record);
    },
    [onRecord],
  );
  return <BookPane language={language} book={book} onSelection={selected} />;
}
