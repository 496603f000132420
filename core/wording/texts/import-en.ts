import type { ImportSentences } from "./import-zh.ts";

const STATES: Readonly<Record<string, string>> = {
  staging: "still being read",
  staged: "waiting to be confirmed",
  committed: "done already",
  dropped: "given up",
};

export const importSentencesEn: ImportSentences = {
  "row-without-identity": () =>
    "The row has neither an ID number nor a name with a birth date: nobody knows who it is.",
  "id-number-missing": () => "A new person needs an ID number; add it and import again.",
  "several-people-match": ({ number }) => `${number} people have this name and birth date; add the ID number.`,
  "name-against-record": () => "This ID number belongs to another name; please check name and number.",
  "person-elsewhere": ({ unit }) =>
    unit === null
      ? "This ID number is on record outside your unit; please check it."
      : `This person is on record at ${unit}; ask for a transfer.`,
  "person-has-left": ({ leftOn }) =>
    leftOn === null
      ? "This person belongs to no branch; restore or transfer in first."
      : `This person left on ${leftOn}; restore or transfer in first.`,
  "unit-not-known": ({ given }) => `"${given}" is no branch below your unit; check its name or code.`,
  "unit-not-a-branch": ({ unit }) =>
    `${unit} is no branch, and people belong to branches; name the branch in the sheet.`,
  "person-in-other-branch": () => "This person belongs to another branch now; a move is a transfer, not an import.",
  "formula-without-result": () =>
    "The cell is a formula whose result is not in the file; save it with Excel or WPS, or paste its values, and import again.",
  "cell-shows-error": ({ given }) => `The cell shows the error ${given}; mend it and import again.`,
  "import-table-missing": ({ sheet, row }) => `Row ${row} of sheet "${sheet}" is no heading; choose the file again.`,
  "import-field-unknown": ({ field }) => `Nothing can be imported into "${field}"; change the mapping.`,
  "import-field-twice": ({ field }) => `Two columns are mapped to "${field}"; keep one.`,
  "import-not-staged": ({ state }) => `This import is ${STATES[state] ?? state}.`,
  "import-other-file": ({ fileName }) => `This is not the file that was imported (${fileName}).`,
  "import-overtaken": ({ changed, doubled }) =>
    `Since the file was read ${changed} records were changed and ${doubled} people were entered by others; nothing was imported. Read the file again.`,
};
