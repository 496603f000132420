import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { megabytes } from "./facts.ts";
import type { Sentences } from "./language.ts";

export const refusalSentencesEn: Sentences<AnyRefusal> = {
  "not-found": () => "Not found, or not yours to see.",
  forbidden: () => "You may not do this.",
  "read-only": () => "Your account may only read.",
  "not-signed-in": () => "Please sign in first.",
  "session-over": ({ why }) => `Your session is over (${why}). Sign in again; unsent changes are still in the sheet.`,
  "sign-in-failed": () => "Account or password is wrong.",
  "locked-out": ({ until }) =>
    `Too many failures; locked until ${until.slice(0, 16).replace("T", " ")} UTC. The maker of your account can unlock it.`,
  "password-change-required": () => "Change your password first.",
  "first-password-expired": () =>
    "The first password is older than 72 hours. Ask the maker of your account to reset it.",
  "account-not-active": ({ from, to }) => `The account is not active (${from ?? "…"} to ${to ?? "…"}) or disabled.`,
  "password-too-short": ({ least }) => `At least ${String(least)} characters.`,
  "password-too-long": ({ most }) => `At most ${String(most)} characters.`,
  "password-common": () => "This password is too common.",
  "password-contains-own-data": ({ what }) => `The password must not contain your ${what}.`,
  "password-used-before": () => "Not one of the last five passwords.",
  "password-wrong": () => "The old password is wrong.",
  "no-such-post": () => "You do not hold this post now.",
  "name-taken": ({ name, proposed }) => `"${name}" is taken; "${proposed}" is free.`,
  "needs-approval": () => "Administering accounts need a request and an approval one level up.",
  "own-request": () => "Nobody approves a request for himself.",
  "already-decided": () => "This request was decided already.",
  "duties-not-separate": () => "The three duty accounts must be held by three people.",
  "unit-has-children": () => "The unit has units below it.",

  "score-not-a-number": ({ given }) => `"${given}" is not a number; type plain digits without percent sign or unit.`,
  "score-out-of-range": ({ given, lowest, highest }) =>
    `"${given}" is out of range: ${highest === null ? `not below ${lowest}` : `${lowest} to ${highest}`}.`,
  "score-not-in-steps": ({ given, allowed }) =>
    `"${given}" is not one of ${allowed.slice(0, 12).join(", ")}${allowed.length > 12 ? " ..." : ""}.`,
  "score-too-many-decimals": ({ given, decimals }) => `"${given}" has too many decimals; at most ${String(decimals)}.`,
  "score-needs-evidence": () => "No score without evidence: upload a file first.",
  "score-unchanged": () => "That is the score already.",
  "reason-required": ({ least }) => `Give a reason of at least ${String(least)} characters.`,
  "reason-empty-phrase": ({ given }) => `"${given}" says nothing; give the actual reason.`,
  "acknowledgement-required": () => "Confirm first: whoever changes another's score answers for it.",
  "item-challenged": () => "Somebody else set this score; accept or contest it first.",
  "item-contested": () => "The item is contested; only the challenger or a leader can move it.",
  "item-ruled": () => "A leader ruled on this item; it is locked.",
  "already-settled": () => "Your challenge was accepted; you cannot challenge this item again.",
  "not-challenged": () => "There is no challenge to answer.",
  "not-contested": () => "Only a contested item is escalated.",
  "not-your-challenge": () => "This is not your challenge.",
  "action-not-for-role": () => "This step is not yours.",
  "not-ruled": () => "There is no ruling to reopen.",
  "evidence-bound": () => "Evidence of a challenged or ruled item stays.",
  "no-evidence": () => "The item has no evidence.",
  "outside-window": ({ stages, opens, closes }) =>
    opens === null
      ? `The stage (${stages.join(", ")}) is not open yet; ask your superior.`
      : `Outside the stage ${stages.join(", ")} (${opens} to ${closes ?? "…"}).`,
  "text-not-rewordable": () => "The template does not let this column be reworded.",
  "text-too-long": ({ most }) => `At most ${String(most)} characters.`,
  "ledger-voided": () => "This ledger is void.",
  "unknown-item": ({ item }) => `The ledger has no item "${item}".`,
  "unknown-field": ({ field }) => `There is no field "${field}" to change.`,

  "file-too-big": ({ mostBytes }) => `A file may have at most ${megabytes(mostBytes)}.`,
  "file-empty": () => "The file is empty.",
  "file-type-not-allowed": ({ name, found }) => `"${name}" (${found}) cannot be evidence.`,
  "file-type-mismatch": ({ name, found }) => `"${name}" is really ${found}.`,
  "upload-interrupted": () => "The upload broke off; nothing was kept. Upload again.",
  "disk-full": () => "The server's disk is full; nothing was saved.",

  "workbook-not-xlsx": ({ found }) => `Not an .xlsx workbook (${found}); save it as .xlsx.`,
  "workbook-damaged": ({ what, place }) => `The workbook is damaged (${what}, ${place}).`,
  "workbook-hostile": ({ what, place }) => `The workbook is not read for safety (${what}, ${place}).`,
  "workbook-too-big": ({ what, found, most }) =>
    `The workbook is too big: ${what} ${String(found)}, at most ${String(most)}.`,
  "workbook-encrypted": () => "The workbook has a password; remove it first.",
  "workbook-active-content": ({ what, place }) =>
    `The workbook holds macros or outside links (${what}, ${place}); remove them first.`,
  "workbook-timeout": ({ milliseconds }) =>
    `The workbook was not read within ${String(milliseconds / 1000)} s; nothing was changed.`,

  "bad-request": ({ problems }) =>
    `Wrong request: ${problems.map(({ path, message }) => `${path} ${message}`).join("; ")}`,
  "body-too-big": ({ mostBytes }) => `At most ${megabytes(mostBytes)}.`,
  "push-key-reused": () => "This push key was used for other edits; refresh and try again.",
  "too-many-edits": ({ most }) => `At most ${String(most)} edits at once.`,
  "one-change-per-item": () => "One push either scores an item or handles its dispute; send them one after the other.",
  "changed-meanwhile": () => "Somebody changed it meanwhile; refresh and try again.",
  "template-invalid": ({ problems }) =>
    `The template has ${String(problems.length)} problems: ${problems
      .slice(0, 3)
      .map(({ code, place }) => `${place} ${code}`)
      .join("; ")}`,
  "template-published": () => "A published version never changes; make a new one.",
  "ledger-not-empty": () => "The ledger has evidence or scores; void it with a reason instead.",
  "workbook-of-another-service": () => "Another service issued this workbook.",
  "workbook-of-another-ledger": () => "This workbook belongs to another ledger.",
  "workbook-of-another-year": ({ year }) => `This workbook is of ${String(year)}.`,
  "workbook-not-a-ledger": () => "This workbook is no ledger.",
  "sheet-stopped": ({ problems }) => `The sheet cannot be read reliably; nothing was sent: ${problems.join("; ")}`,
  "standing-not-published": () => "The standing is not published yet.",
  busy: () => "The service is busy; try again, your changes are still in the sheet.",
  internal: () => "Something went wrong; nothing was saved.",
};
