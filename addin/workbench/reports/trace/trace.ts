/** What is looked at behind a number: the records of a cell, or two cells against each other. */
export type Trace =
  | { readonly kind: "drill"; readonly cell: string; readonly unit: string | null }
  | { readonly kind: "contrast"; readonly first: string; readonly second: string };
