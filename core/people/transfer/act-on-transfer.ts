/**
 * The state machine of a letter (M11 to M15) as one pure function. Who may do what: the sender asks nothing and answers
 * what is asked of him; the receiver receives, revokes and endorses while the letter is open; the committee compares a
 * printed letter and releases it. What left the service has no receiver here: its sender enters the receipt. A letter
 * that is more than a month overdue may be revoked and endorsed by its sender, too.
 */
import type { UnitId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { DateRefusal, TransferRefusal } from "../procedure/procedure-refusal.ts";
import { lapsesOn, type TransferRules } from "./transfer-rules.ts";
import { OPEN_STATES, type Transfer, type TransferAct, type TransferState } from "./transfer.ts";

/** What the one who acts is to this letter; he may be several at once. */
export type TransferParty = "sender" | "receiver" | "committee";

export type TransferMove =
  | { readonly act: "issue"; readonly on: Day; readonly duesPaidUntil: string; readonly validDays: number }
  | { readonly act: "decline"; readonly on: Day; readonly reason: string }
  | { readonly act: "release"; readonly on: Day }
  /** `branchId` null: the receipt of a letter that left the service. */
  | { readonly act: "receive"; readonly on: Day; readonly branchId: UnitId | null }
  | { readonly act: "endorse"; readonly on: Day; readonly to: Addressee; readonly reason: string }
  | { readonly act: "revoke"; readonly on: Day; readonly reason: string };

export type Addressee =
  | { readonly unitId: UnitId; readonly outside: null }
  | { readonly unitId: null; readonly outside: { readonly heading: string; readonly finallyTo: string } };

export interface TransferActing {
  readonly parties: ReadonlySet<TransferParty>;
  readonly who: string;
  readonly today: Day;
  readonly rules: TransferRules;
}

const FOLLOWS_ON: Readonly<Record<TransferAct, readonly TransferState[]>> = {
  ask: [],
  issue: ["asked"],
  decline: ["asked"],
  release: ["printed"],
  receive: ["open"],
  endorse: OPEN_STATES,
  revoke: ["asked", ...OPEN_STATES],
};

export function actOnTransfer(
  transfer: Transfer,
  move: TransferMove,
  acting: TransferActing,
): Result<Transfer, TransferRefusal | DateRefusal> {
  const refusal = whyNot(transfer, move.act, acting) ?? whyNotThen(transfer, move, acting.today);
  if (refusal) return refuse(refusal);
  const reason = "reason" in move ? move.reason : "";
  const step = { act: move.act, on: move.on, who: acting.who, reason };
  const moved = after(transfer, move);
  if (moved.toUnitId !== null && moved.toUnitId === moved.fromUnitId) return refuse({ code: "transfer-same-unit" });
  return ok({ ...moved, steps: [...transfer.steps, step], revision: transfer.revision + 1 });
}

/** Acts that this party may do today; the screens offer these and no others. */
export function possibleActs(transfer: Transfer, acting: TransferActing): readonly TransferAct[] {
  return ACTS.filter((act) => whyNot(transfer, act, acting) === undefined);
}

const ACTS: readonly TransferAct[] = ["issue", "decline", "release", "receive", "endorse", "revoke"];

function whyNot(transfer: Transfer, act: TransferAct, acting: TransferActing): TransferRefusal | undefined {
  const { state } = transfer;
  if (!FOLLOWS_ON[act].includes(state)) return { code: "transfer-not-open", act, state };
  if (doers(transfer, act).some((party) => acting.parties.has(party))) return undefined;
  if (!isSendersAfterAll(act) || !acting.parties.has("sender")) return { code: "transfer-not-yours", act };
  const from = lapsesOn(transfer, acting.rules);
  if (from === null) return { code: "transfer-not-yours", act };
  return acting.today < from ? { code: "transfer-not-lapsed", act, from } : undefined;
}

function doers({ state, toUnitId }: Transfer, act: TransferAct): readonly TransferParty[] {
  // What was not released has not left the house.
  if (act === "revoke" && state === "printed") return ["sender", "committee"];
  return toUnitId === null ? DOERS[act].outside : DOERS[act].here;
}

/** By where the letter is addressed: what left the service has no receiver here. */
const DOERS: Readonly<Record<TransferAct, { readonly [To in "here" | "outside"]: readonly TransferParty[] }>> = {
  ask: { here: [], outside: [] },
  issue: { here: ["sender"], outside: ["sender"] },
  decline: { here: ["sender"], outside: ["sender"] },
  release: { here: ["committee"], outside: ["committee"] },
  receive: { here: ["receiver"], outside: ["sender"] },
  endorse: { here: ["receiver"], outside: [] },
  // What was only asked for is taken back by the asker.
  revoke: { here: ["receiver"], outside: [] },
};

/** What a sender may do with a letter that nobody answers (M12). */
function isSendersAfterAll(act: TransferAct): boolean {
  return act === "revoke" || act === "endorse";
}

function whyNotThen(transfer: Transfer, { act, on }: TransferMove, today: Day): DateRefusal | undefined {
  const last = transfer.steps.at(-1);
  const earliest = act === "receive" ? transfer.issuedOn : (last?.on ?? null);
  if ((earliest === null || on >= earliest) && on <= today) return undefined;
  return { code: "day-not-possible", field: act, given: on, earliest, latest: today };
}

function after(transfer: Transfer, move: TransferMove): Transfer {
  switch (move.act) {
    case "issue":
      return {
        ...transfer,
        state: "open",
        issuedOn: move.on,
        duesPaidUntil: move.duesPaidUntil,
        validDays: move.validDays,
      };
    case "decline":
      return { ...transfer, state: "declined" };
    case "release":
      return { ...transfer, state: "open" };
    case "receive":
      return { ...transfer, state: "received", receivedOn: move.on, branchId: move.branchId };
    case "endorse":
      return { ...transfer, toUnitId: move.to.unitId, outside: move.to.outside };
    case "revoke":
      return { ...transfer, state: "revoked" };
  }
}
