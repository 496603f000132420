import type { Sheet } from "./sheet.ts";

/** Sheets that belong together: they share defined names and travel in one workbook. */
export interface SheetBook {
  readonly identity: BookIdentity;
  readonly title: string;
  readonly sheets: readonly Sheet[];
  /** Workbook-scoped defined names, Chinese allowed: 定量权重, 互评权重 ... */
  readonly names: readonly DefinedName[];
  readonly legend: readonly LegendEntry[];
}

/** What the book was made from (W7); stands in the very-hidden sheet `_taizhang`. */
export interface BookIdentity {
  readonly kind:
    "ledger" | "standing" | "template" | "fairness" | "roster" | "report" | "report-list" | "report-set" | "opening";
  /** Id of the service that issued it: a book of another service is refused. */
  readonly service: string;
  /** Ledger id, template id, or what the standing or the roster was asked for. */
  readonly subject: string;
  readonly unit: string;
  readonly year: number;
  /** Version of the template or definition. */
  readonly definition: string;
  /** Change number of the service when the book was drawn. */
  readonly change: number;
  readonly issuedAt: string;
  /** Account name as shown (masked where it is a phone). */
  readonly issuedTo: string;
}

export interface DefinedName {
  readonly name: string;
  readonly sheet: string;
  /** Position in `rows` and `columns`, 0-based, inclusive; one cell when bottom/right equal top/left. */
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface LegendEntry {
  readonly state: string;
  readonly symbol: string;
  readonly label: string;
}
