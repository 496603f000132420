import { REPORT_WORDS_ZH, type ReportWords } from "#core/sheet/report/report-words.ts";
import type { Language } from "#core/wording/language.ts";
import { stateLabels } from "./state-labels.ts";

const REPORT_WORDS_EN: ReportWords = {
  sheets: { contents: "Contents", table: "Table {no}", checks: "Checks", lastYear: "Last year" },
  bookTitle: "{title} {unit}",
  rehearsal: " (rehearsal)",
  tableTitle: "Table {no}   {name}",
  head: "Form made by: {maker}    Unit: {unit}    Date: {day}",
  foot: "Head of unit: {head}    Filled in by: {clerk}    Handed in: {reportedOn}",
  noDay: "____-__-__",
  stub: "Item",
  code: "Row",
  letters: "Column",
  supplement: "Supplementary lines",
  reason: "Reason for overriding",
  reasonNote:
    "Whoever changes generated numbers of this row (white cells) says why here, in 6 characters or more. Numbers filled in by hand (green cells) need no reason.",
  amount: "A number from 0 to 999999999.99",
  manual: "By hand: {why}",
  override: "Overridden: {who} {at}\nThe records say: {generated}\nReason: {reason}",
  stale: "The records have changed: {then} when it was overridden, {generated} now; look at it again",
  remark: "Remark of the superior: {remark}",
  finding: "Check {code}: {text}",
  contents: {
    title: "contents",
    columns: { no: "No.", name: "Table", errors: "Errors", explains: "To explain", open: "To fill in" },
    between: "Between tables",
    total: "Total",
    legend: "Legend",
  },
  checks: {
    title: "Checks of the tables",
    columns: {
      code: "No.",
      table: "Table",
      severity: "Class",
      left: "Left",
      relation: "Relation",
      right: "Right",
      difference: "Difference",
      verdict: "Verdict",
      text: "Meaning",
      explanation: "Explanation",
    },
    severity: { error: "error", explain: "explain", hint: "hint" },
    passes: "holds",
    fails: "fails",
    waits: "waits",
    row: "{table} row {line}",
    column: "{table} column {line}",
  },
  lastYear: { title: "Last year's numbers", columns: { cell: "Cell", table: "Table", value: "Last year" } },
  states: {
    ...stateLabels("en"),
    stale: "overridden, records changed since",
    error: "a check fails",
    explain: "a check wants an explanation",
  },
  printHeader: "{title}   {unit}   {day}",
  printFooter: "{unit}   Exported by {account} at {time}",
};

/** On screen; files that travel stay Chinese. */
export function reportSheetWords(language: Language): ReportWords {
  return language === "en" ? REPORT_WORDS_EN : REPORT_WORDS_ZH;
}
