import type { ReportSentences } from "./reports-zh.ts";

const STATES: Readonly<Record<string, string>> = {
  draft: "being filled in",
  submitted: "submitted",
  returned: "returned",
  accepted: "accepted",
  withdrawn: "withdrawn",
  unlocked: "unlocked",
};

const ACTS = {
  submit: "submitted",
  withdraw: "withdrawn",
  return: "returned",
  accept: "accepted",
  unlock: "unlocked",
  print: "marked as printed",
} as const;

const PROBLEMS = {
  "not-a-number": "takes a number",
  "below-zero": "cannot be below 0",
  "not-whole": "takes a whole number",
  "too-many-decimals": "takes two decimals at most",
  "too-big": "is too large",
} as const;

export const reportSentencesEn = {
  "definition-unreadable": ({ problems }) =>
    `The form's definition has ${problems.length} problems (${problems[0]?.file ?? ""} line ${problems[0]?.line ?? 0}); please tell the administrator.`,
  "report-set-unknown": ({ given, known }) => `There is no form "${given}"; there are: ${known.join(", ")}.`,
  "report-cell-no-list": ({ given }) =>
    `The number of ${given} is not all counted from lists (parts are typed, multiplied or last year's): it cannot be contrasted.`,
  "report-cell-unknown": ({ given }) => `The report has no cell ${given}, or it is not a counted one.`,
  "report-frozen": ({ state }) =>
    `The report is ${STATES[state]} and cannot be changed. Withdraw it, or ask the superior to return or unlock it.`,
  "report-cell-locked": ({ cell }) =>
    `${cell} is computed from other cells, or the form has no such cell; it cannot be filled in.`,
  "report-value-wrong": ({ cell, given, problem }) => `${cell} ${PROBLEMS[problem]}; "${given}" was entered.`,
  "report-check-unknown": ({ given }) => `There is no check "${given}".`,
  "opening-year-wrong": ({ year, before }) => `Opening figures are of a year before ${before}; ${year} was given.`,
  "opening-empty": () => "There are no opening figures in it.",
  "report-not-due-here": ({ unit }) => `${unit} hands in no report of its own: it counts in that of the unit above.`,
  "report-rehearsal": ({ on }) => `${on} is no end of a period: this is a rehearsal and cannot be submitted.`,
  "report-not-ready": ({ open }) => `${open} conditions for submitting are not met yet; the page "Submit" lists them.`,
  "report-state-wrong": ({ act, state }) => `The report is ${STATES[state] ?? state} and cannot be ${ACTS[act]}.`,
  "report-seen-already": () => "The superior has looked at it: it can no more be withdrawn. Ask for it to be returned.",
  "report-too-early": ({ from }) => `The year it tells of begins on ${from}: it cannot be submitted yet.`,
  "report-parent-frozen": ({ unit, state }) =>
    `The report of ${unit} is ${STATES[state]} and stands on this one: have that one returned or unlocked first.`,
  "report-point-unknown": ({ given }) => `There is no audit point "${given}".`,
  "printed-day-wrong": ({ from, until }) => `The day of printing lies between ${from} and ${until}.`,
  "workbook-not-a-report": () => "This workbook was not issued as a report.",
  "workbook-of-another-report": () => "This workbook is of another form, unit or day: bring it back there.",
  "workbook-of-another-form": () => "The form was changed since this was issued: export it again and fill that in.",
} as const satisfies ReportSentences;
