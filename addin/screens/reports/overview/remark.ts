/** What the superior has to say about a cell, "2!C4"; "": about the whole set. */
export interface Remark {
  readonly cell: string;
  readonly text: string;
}

/** Lines that were begun and left empty are not sent. */
export function isRemark({ text }: Remark): boolean {
  return text.trim() !== "";
}
