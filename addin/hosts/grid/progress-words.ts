import type { ILanguagePack } from "@univerjs/core";

/** What stands beside the formula bar while a large book is calculated: Univer's own packs have forgotten it. */
export interface ProgressWords {
  readonly analyzing: string;
  readonly calculating: string;
  readonly "array-analysis": string;
  readonly "array-calculation": string;
  readonly done: string;
}

export function withProgress(pack: ILanguagePack, progress: ProgressWords): ILanguagePack {
  const formulas = pack["sheets-formula"];
  const known = typeof formulas === "object" && !Array.isArray(formulas) ? formulas : {};
  return { ...pack, "sheets-formula": { ...known, progress: { ...progress } } };
}
