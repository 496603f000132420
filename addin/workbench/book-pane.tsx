import { useEffect } from "react";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { Selection } from "#core/sheet/sheet-host.ts";
import type { OpenGrid } from "#addin/hosts/grid/open-grid.ts";
import type { Language } from "#core/wording/language.ts";
import { useGrid } from "./use-grid.ts";

export interface BookPaneProps {
  readonly language: Language;
  readonly book: SheetBook;
  readonly onSelection?: (selection: Selection) => void;
  readonly onGrid?: (grid: OpenGrid | null) => void;
  readonly onLink?: (link: string) => void;
}

/** A book in a grid, without a ledger's comings and goings: a standing, a template. */
export function BookPane({ language, book, onSelection, onGrid, onLink }: BookPaneProps) {
  const { place, grid } = useGrid(language, { onRefused: () => undefined, onLink: (link) => onLink?.(link) });
  useEffect(() => onGrid?.(grid), [grid]);
  useEffect(() => (onSelection ? grid?.host.onSelection(onSelection) : undefined), [grid, onSelection]);
  useEffect(() => {
    if (grid) void grid.host.draw(book).then(() => grid.fitToWindow());
  }, [grid, book]);
  return <div ref={place} className="ledger-grid-place" data-area="sheet" />;
}
