/** Every way a workbook from outside is not read (W7). One clear reason and, where there is one, the place inside the file. */
export type IntakeRefusal =
  | { readonly code: "workbook-not-xlsx"; readonly found: string }
  | { readonly code: "workbook-damaged"; readonly what: string; readonly place: string }
  | { readonly code: "workbook-hostile"; readonly what: string; readonly place: string }
  | { readonly code: "workbook-too-big"; readonly what: string; readonly found: number; readonly most: number }
  | { readonly code: "workbook-encrypted" }
  | { readonly code: "workbook-active-content"; readonly what: string; readonly place: string }
  | { readonly code: "workbook-timeout"; readonly milliseconds: number };
