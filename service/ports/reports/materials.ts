/** A material that goes with a report (R8), as a document prints it. */
export interface Material {
  readonly title: string;
  /** Unit, period: one under the other below the title. */
  readonly lines: readonly string[];
  readonly parts: readonly MaterialPart[];
  /** Where it is signed and sealed, below everything else. */
  readonly closing: readonly string[];
}

export interface MaterialPart {
  readonly heading: string;
  readonly paragraphs: readonly MaterialParagraph[];
  /** null: there is none. */
  readonly table: MaterialTable | null;
}

export interface MaterialParagraph {
  readonly text: string;
  /** question: asked; fact: what the numbers say; plain: what the unit says. */
  readonly kind: "question" | "fact" | "plain";
}

export interface MaterialTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Shares of the page's width, one for each column. */
  readonly widths: readonly number[];
}
