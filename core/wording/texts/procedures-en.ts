import type { ProcedureSentences } from "./procedures-zh.ts";

const STEPS: Readonly<Record<string, string>> = {
  entering: "being entered",
  confirmed: "confirmed",
  approved: "approved",
  listed: "listed",
  sealed: "sent on paper",
  done: "done",
};

const FIELDS: Readonly<Record<string, string>> = {
  name: "name",
  idNumber: "ID number",
  mobile: "mobile",
  keeper: "keeper",
  lost: "lost contact",
  bookNumber: "book number",
  approvingCommittee: "approving committee",
  duesPaidUntil: "dues paid until",
};

const STAGES = {
  applicant: "applicant",
  activist: "activist",
  candidate: "candidate",
  probationary: "probationary member",
  full: "full member",
  none: "not an applicant yet",
  left: "gone",
} as const;

export const procedureSentencesEn: ProcedureSentences = {
  "day-not-possible": ({ given, earliest, latest }) =>
    `${given} cannot be: earliest ${earliest ?? "open"}, latest ${latest ?? "open"}.`,
  "transfer-not-open": ({ act, state }) => `The letter is ${state}: it cannot be changed by "${act}".`,
  "transfer-not-yours": ({ act }) => `"${act}" is for the other side of this letter.`,
  "transfer-not-lapsed": ({ act, from }) =>
    `The sender may "${act}" when the letter is a month overdue: from ${from} on.`,
  "transfer-open-already": () => "A letter of this person is on its way already; there is one at a time.",
  "transfer-same-unit": () => "Sender and receiver are the same unit.",
  "dues-not-before-transfer": ({ paidUntil, on }) =>
    `Dues must be paid until before the transfer (paid until ${paidUntil === "" ? "unknown" : paidUntil}, transfer ${on}).`,
  "person-needs": ({ field }) => `Please fill in first: ${FIELDS[field] ?? field}.`,
  "unit-takes-no-members": () => "People belong to branches.",
  "belongs-nowhere": () => "This person does not belong to the unit on that day.",
  "belongs-already": () => "This person belongs to that unit already.",
  "workbook-not-letters": () => "This workbook was not issued by this service as letters.",
  "stage-wrong": ({ stage, wanted }) =>
    `This is for a ${wanted.map((one) => STAGES[one]).join(" or ")}; the person is: ${STAGES[stage]}.`,
  "plan-number-differs": ({ entered, reported }) =>
    `The number reported (${reported === null ? "none" : String(reported)}) must be the number entered (${String(entered)}).`,
  "plan-step-wrong": ({ step }) => `The plan is ${STEPS[step] ?? step}: that cannot be done now.`,
  "list-number-differs": ({ checked, unchecked, approved }) =>
    `List and approved number differ: ${String(approved)} approved, ${String(checked)} checked, ${String(unchecked)} not looked at.`,
  "in-plan-already": () => "This person is in the plan already.",
  "not-in-plan": () => "This person is not on the plan's list.",
  "training-missing": () => "There is no training before the admission.",
  "book-number-taken": ({ number }) => `The book number ${number} is taken.`,
  "probation-not-over": ({ over }) => `The probation is over on ${over}, not before.`,
  "probation-over": ({ over }) => `The probation was over on ${over}: choose "cancelled after probation".`,
  "extension-length": ({ least, most }) => `An extension is ${String(least)} to ${String(most)} months.`,
  "extended-already": () => "The probation was extended once already; it ends in a conversion after extension.",
  "not-extended": () => "The probation was not extended.",
  "note-required": ({ least }) => `A note to the superior of at least ${String(least)} characters is needed.`,
  "left-already": ({ on }) => `This person left on ${on}.`,
  "not-left": () => "This person has not left.",
  "authority-required": () => "Please name the authority.",
  "transfer-open-first": () => "A letter of this person is on its way: have it received or revoked first.",
  "month-settled-already": ({ month }) => `The dues of ${month} are paid already.`,
  "months-reversed": () => "The last month lies before the first.",
  "amount-wrong": ({ given }) => `"${given}" is no amount for this.`,
  "dues-approval-required": () => "Reduced, exempt and large payments need their approval.",
  "dues-base-missing": () => "There is no base to reckon the dues from.",
  "unit-not-empty": ({ what, count }) => `The unit still has ${String(count)} ${what}.`,
  "unit-into-itself": () => "A unit cannot go below itself.",
  "unit-misplaced": () => "This kind of unit does not stand there.",
  "unit-closed": () => "That unit was closed.",
};
