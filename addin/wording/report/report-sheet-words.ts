import { REPORT_LIST_WORDS_ZH, type ReportListWords } from "#core/sheet/report/lists/list-words.ts";
import { REPORT_WORDS_ZH, type ReportWords } from "#core/sheet/report/report-words.ts";
import type { Language } from "#core/wording/language.ts";
import { stateLabels } from "../state-labels.ts";

const REPORT_WORDS_EN: ReportWords = {
  sheets: { contents: "Contents", table: "Table {no}", checks: "Checks", lastYear: "Last year" },
  bookTitle: "{title} {unit}",
  rehearsal: " (rehearsal)",
  opening: "Opening figures of {year}   {title}",
  tableTitle: "Table {no}   {name}",
  head: "Form made by: {maker}    Unit: {unit}    As of: {day}",
  foot: "Head of unit: {head}    Filled in by: {clerk}    Handed in: {reportedOn}",
  noDay: "____-__-__",
  stub: "Item",
  code: "Row",
  letters: "Column",
  supplement: "Supplementary lines",
  reason: "Reason for forcing",
  reasonNote:
    "Whoever changes generated numbers of this row (white cells) says why here, in 6 characters or more. Numbers filled in by hand (green cells) need no reason.",
  amount: "A number from 0 to 999999999.99",
  whole: "A whole number from 0 to 999999999",
  manual: "By hand: {why}",
  override: "Forced: {who} {at}\nThe records say: {generated}\nReason: {reason}",
  stale: "The records have changed: {then} when it was forced, {generated} now; look at it again",
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
    severity: { error: "Error", explain: "Explain", hint: "Hint" },
    passes: "holds",
    fails: "fails",
    waits: "waits",
    row: "{table} row {line}",
    column: "{table} column {line}",
  },
  lastYear: { title: "Last year's numbers", columns: { cell: "Cell", table: "Table", value: "Last year" } },
  states: {
    ...stateLabels("en"),
    overridden: "Forced",
    stale: "Forced, records changed since",
    error: "a check fails",
    explain: "a check wants an explanation",
  },
  printHeader: "{title}   {unit}   {day}",
  printFooter: "{unit}   Exported by {account} at {time}",
};

const REPORT_LIST_WORDS_EN: ReportListWords = {
  labels: "en",
  drill: {
    sheet: "List",
    units: "By unit",
    terms: "Cells of the formula",
    beside: {
      own: "The unit's own, in none below",
      between: "Moves between them, not counted twice",
      filled: "Filled in by hand for the whole",
      "last-year": "Last year's number",
    },
    lastYear: "Last year   {title}",
    title: "Behind {cell}   {title}",
    info: "{unit}   {day}   number {value}   listed {count}",
    frozen: " (records as submitted)",
    left: "   {left} more are not listed: look at them unit by unit",
  },
  contrast: {
    sheet: "Only {cell}",
    title: "Contrast of {first} and {second}",
    info: "{cell} {title}: {value}   not in the other {count}   in both {both}",
    why: "Why not in the other",
  },
  columns: {
    unitName: "Unit",
    unitCode: "Code",
    name: "Name",
    idNumber: "ID number",
    age: "Age",
    sex: "Sex",
    ethnic: "Ethnic group",
    sign: "Sign",
    from: "From cell",
  },
  figures: { cell: "Cell", title: "Title", sign: "Sign", value: "Number", unit: "Unit" },
  findings: {
    sheet: "Findings",
    title: "Findings of the table checks",
    exempt: "exempted, to explain",
    exemptExplained: "exempted, explained",
  },
  compare: {
    sheet: "Comparison",
    title: "Compared with {year}",
    columns: {
      cell: "Cell",
      title: "Title",
      now: "Now",
      before: "{year}",
      difference: "Difference",
      share: "Change %",
    },
  },
  printHeader: "{unit}   {day}",
  printFooter: "{unit}   Exported by {account} at {time}",
};

/** On screen; files that travel stay Chinese. */
export function reportListWords(language: Language): ReportListWords {
  return language === "en" ? REPORT_LIST_WORDS_EN : REPORT_LIST_WORDS_ZH;
}

/** On screen; files that travel stay Chinese. */
export function reportSheetWords(language: Language): ReportWords {
  return language === "en" ? REPORT_WORDS_EN : REPORT_WORDS_ZH;
}
