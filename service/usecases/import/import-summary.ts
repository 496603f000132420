import type { ImportMapping } from "#core/protocol/records/imports.ts";

/** What an import remembers of itself besides its rows. */
export interface ImportSummary {
  readonly skipped: number;
  readonly mapping: ImportMapping;
  /** Fingerprint of the headings, under which the mapping is remembered. */
  readonly layout: string;
}

export function summaryText(summary: ImportSummary): string {
  return JSON.stringify(summary);
}

/** Of text that the service wrote itself. */
export function parseSummary(text: string): ImportSummary {
  return JSON.parse(text) as ImportSummary;
}
