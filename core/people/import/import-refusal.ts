/** What an import refuses beside single values. */
export type ImportRefusal =
  | { readonly code: "row-without-identity" } // neither an ID number nor a name with a birth date
  | { readonly code: "id-number-missing" } // a new record needs one (M1)
  | { readonly code: "several-people-match"; readonly number: number }
  | { readonly code: "name-against-record" } // the ID number belongs to somebody of another name
  | { readonly code: "person-elsewhere"; readonly unit: string | null } // M3: the unit only for who knows number and name
  | { readonly code: "person-has-left"; readonly leftOn: string | null } // restored by its own procedure (M13)
  | { readonly code: "unit-not-known"; readonly given: string }
  | { readonly code: "unit-not-a-branch"; readonly unit: string }
  | { readonly code: "person-in-other-branch"; readonly unit: string } // a move is a transfer, not an import (M11)
  | { readonly code: "formula-without-result" }
  | { readonly code: "cell-shows-error"; readonly given: string }; // "#N/A"

/** Refusals of an import as a whole. */
export type ImportFileRefusal =
  | { readonly code: "import-table-missing"; readonly sheet: string; readonly row: number }
  | { readonly code: "import-field-unknown"; readonly field: string }
  | { readonly code: "import-field-twice"; readonly field: string }
  | { readonly code: "import-not-staged"; readonly state: string }
  | { readonly code: "import-other-file"; readonly fileName: string }
  | { readonly code: "import-overtaken"; readonly changed: number; readonly doubled: number };
