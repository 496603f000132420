import { fieldSentencesEn } from "./field-en.ts";
import { importSentencesEn } from "./import-en.ts";
import { intakeSentencesEn } from "./intake-en.ts";
import { procedureSentencesEn } from "./procedures-en.ts";
import { recordSentencesEn } from "./records-en.ts";
import { reportSentencesEn } from "./reports-en.ts";
import { namesEn } from "./names-en.ts";
import { shownTime } from "#core/kernel/instant.ts";
import { megabytes, type RefusalSentences } from "./refusal-sentences.ts";
import { goneSheets } from "../gone-sheets.ts";

export const refusalsEn = {
  ...intakeSentencesEn,
  ...importSentencesEn,
  ...fieldSentencesEn,
  ...procedureSentencesEn,
  ...recordSentencesEn,
  ...reportSentencesEn,
  "not-found": () => "Not found, or not for this account to see.",
  forbidden: () => "This account cannot do that in its present post.",
  "read-only": () => "This account may only read.",
  "not-signed-in": () => "Please sign in first.",
  "session-over": ({ why }) => namesEn.sessionOver[why],
  "sign-in-failed": () => "Account or password is wrong.",
  "locked-out": ({ until }) =>
    `Too many failed attempts: locked until ${shownTime(until)}. Whoever made the account can unlock it.`,
  "password-change-required": () => "Please change the password first.",
  "first-password-expired": () =>
    "The one-time password is older than 72 hours. Ask whoever made the account for a new one.",
  "account-not-active": ({ from, to }) =>
    `The account is disabled or outside its term (${from ?? "open"} to ${to ?? "open"}).`,
  "password-too-short": ({ least }) => `A password has at least ${least} characters.`,
  "password-too-long": ({ most }) => `A password has at most ${most} characters.`,
  "password-common": () => "That password is common and easily guessed.",
  "password-contains-own-data": ({ what }) => `The password must not contain your ${namesEn.ownData[what]}.`,
  "password-used-before": () => "The last five passwords cannot be used again.",
  "password-wrong": () => "The old password is wrong.",
  "no-such-post": () => "You do not hold that post now.",
  "name-taken": ({ name, proposed }) => `The name "${name}" is taken; "${proposed}" is free.`,
  "needs-approval": () => "Administering accounts take a request and an approval one level up.",
  "own-request": () => "Nobody approves a request that benefits himself.",
  "already-decided": () => "That request was decided already.",
  "duties-not-separate": () => "System administration, security administration and audit may not be held together.",
  "score-not-a-number": ({ given }) => `A score is a number, not "${given}".`,
  "score-out-of-range": ({ given, lowest, highest }) =>
    highest === null
      ? `The score must be at least ${lowest}, not ${given}.`
      : `The score must be between ${lowest} and ${highest}, not ${given}.`,
  "score-not-in-steps": ({ given, allowed }) => `The score must be one of ${allowed.join(", ")}, not ${given}.`,
  "score-too-many-decimals": ({ given, decimals }) => `The score may have ${decimals} decimals at most: ${given}.`,
  "score-needs-evidence": () => "There is no evidence yet, so there is no score.",
  "score-unchanged": () => "That is the score it has already.",
  "reason-required": ({ least }) => `Please give a reason of at least ${least} characters.`,
  "reason-empty-phrase": ({ given }) => `"${given}" is no reason. Please say what is the case.`,
  "acknowledgement-required": () => "Confirm first that whoever changes another's score answers for it.",
  "item-challenged": () => "This score was challenged: accept or contest it instead of overwriting it.",
  "item-contested": () => "This score is contested: only its challenger or a leader may move it.",
  "item-ruled": () => "A leader has ruled; the item is locked.",
  "already-settled": () => "Your challenge of this item was accepted; you cannot challenge it again.",
  "not-challenged": () => "There is no challenge to handle.",
  "not-contested": () => "Only a contested item is escalated.",
  "not-your-challenge": () => "That is not your challenge.",
  "action-not-for-role": ({ role }) => `That is not for the ${namesEn.roles[role]} to do.`,
  "not-ruled": () => "There is no ruling to reopen.",
  "evidence-bound": () => "Evidence of a challenged or ruled item cannot be deleted.",
  "no-evidence": () => "The item has no evidence.",
  "outside-window": ({ stages, opens, closes }) => {
    const names = stages.map((stage) => namesEn.stages[stage]).join(", ");
    return `Outside the stage: ${names} (${opens ?? "not set"} to ${closes ?? "not set"}).`;
  },
  "text-not-rewordable": () => "This column is the template's and cannot be reworded.",
  "text-too-long": ({ most }) => `At most ${most} characters.`,
  "ledger-voided": () => "This ledger is void.",
  "ledger-merged": () => "This ledger is of a unit that was merged: it can only be read.",
  "unknown-item": () => "The ledger has no such item. Please refresh.",
  "unknown-field": () => "This cell cannot be filled. Please refresh.",
  "file-too-big": ({ mostBytes }) => `The file is too big; at most ${megabytes(mostBytes)}.`,
  "file-empty": () => "The file is empty.",
  "file-type-not-allowed": ({ name }) => `Files like "${name}" are not accepted.`,
  "file-type-mismatch": ({ name }) => `The content of "${name}" is not what its name says.`,
  "upload-interrupted": () => "The upload was interrupted; please try again.",
  "bad-request": ({ problems }) => `Something filled in is wrong: ${problems.map(({ path }) => path).join(", ")}.`,
  "body-too-big": ({ mostBytes }) => `Too big; at most ${megabytes(mostBytes)}.`,
  "push-key-reused": () => "This differs from what was sent before under the same key. Please send again.",
  "too-many-edits": ({ most }) => `At most ${most} changes at once.`,
  "one-change-per-item": () => "Send the score and the answer to the dispute of one item one after the other.",
  "changed-meanwhile": () => "Somebody changed it meanwhile. Please refresh.",
  "template-invalid": ({ problems }) => `The template has ${problems.length} problems to correct first.`,
  "template-published": () => "A published version never changes; revise it into a new one.",
  "ledger-not-empty": () => "The ledger has evidence or scores: it can only be voided.",
  "workbook-of-another-service": () => "This workbook comes from another service.",
  "workbook-of-another-ledger": () => "This workbook is another ledger's.",
  "workbook-of-another-year": ({ year }) => `This workbook is of the year ${year}.`,
  "workbook-not-a-ledger": () => "This workbook was not issued as a ledger.",
  "sheet-stopped": ({ problems }) => {
    const gone = goneSheets(problems);
    return gone
      ? `Sheets are gone (${gone.count}: ${gone.names}); nothing was sent. Use the whole file.`
      : "The sheet's keys are damaged; repair them before sending.";
  },
  "standing-not-published": () => "The standing is not published yet.",
  "disk-full": () => "The service's disk is full; nothing was saved. Tell the administrator.",
  busy: () => "The service is busy; please try again.",
  internal: () => "Something is wrong in the service; nothing was saved. Tell the administrator.",
} satisfies RefusalSentences;
