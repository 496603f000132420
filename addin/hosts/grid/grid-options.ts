import type { GridLanguage } from "./create-univer.ts";

export interface GridOptions {
  readonly language: GridLanguage;
  /** Somebody tried to change what is closed to him; the address is "" where no single cell is meant. */
  readonly onRefused?: (place: { readonly sheet: string; readonly address: string }) => void;
  /** A click on a cell that opens something: an evidence list, a ledger. */
  readonly onLink?: (link: string) => void;
}
