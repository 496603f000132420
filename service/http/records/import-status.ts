import type { ImportFileRefusal, ImportRefusal } from "#core/people/import/import-refusal.ts";

/** 409: the records have moved on; 422: understood, and a rule says no. */
export const IMPORT_STATUS = {
  "row-without-identity": 422,
  "id-number-missing": 422,
  "several-people-match": 422,
  "name-against-record": 422,
  "person-elsewhere": 409,
  "person-has-left": 409,
  "unit-not-known": 422,
  "unit-not-a-branch": 422,
  "person-in-other-branch": 409,
  "formula-without-result": 422,
  "cell-shows-error": 422,
  "import-table-missing": 422,
  "import-field-unknown": 422,
  "import-field-twice": 422,
  "import-not-staged": 409,
  "import-other-file": 422,
  "import-overtaken": 409,
} as const satisfies Record<(ImportFileRefusal | ImportRefusal)["code"], number>;
