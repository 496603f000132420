/**
 * What waits for the caller (home page), most urgent first: disputes to answer or to rule, scores to give, ledgers to fill and to
 * make; reports to hand over, to mend, to judge and to print; letters to issue and to take in.
 */
import { dayOf, millisecondsOf, toInstant } from "#core/kernel/instant.ts";
import { ok, type Result } from "#core/kernel/result.ts";
import type { Duty } from "#core/protocol/ledgers.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { listRequests } from "#service/usecases/account/requests/list-requests.ts";
import { passwordDaysLeft } from "#service/usecases/account/session/password-age.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { transferDuties } from "#service/usecases/procedure/transfer/transfer-duties.ts";
import { reportDuties } from "#service/usecases/report/submission/report-duties.ts";
import type { Services } from "#service/usecases/services.ts";
import { copyDuties } from "./copy-duties.ts";
import { ownDuties } from "./own-duties.ts";
import { ratingDuties } from "./rating-duties.ts";
import { WindowShelf } from "./window-shelf.ts";

type DutyServices = Pick<Services, "store" | "policy" | "reportSets" | "workingDays" | "reports">;

export async function listDuties(services: DutyServices, caller: Caller): Promise<Result<readonly Duty[], AnyRefusal>> {
  const account = await accountDuties(services, caller);
  if (caller.actor.kind === "duty") return ok(account);
  const waiting = await services.store.read(async (tx) => {
    const windows = new WindowShelf(tx, caller.organisation);
    return [
      ...(await ownDuties(tx, caller, windows)),
      ...(await ratingDuties(tx, caller, windows)),
      ...(await copyDuties(tx, caller, windows)),
      ...(await reportDuties(tx, services, caller)),
      ...(await transferDuties(tx, caller)),
    ];
  });
  return ok([...account, ...waiting].toSorted(byUrgency));
}

const ORDER: readonly Duty["kind"][] = [
  "password-expiring",
  "rule",
  "answer-challenge",
  "report-returned",
  "report-judge",
  "report-print",
  "transfer",
  "approve-account",
  "rate",
  "report-due",
  "fill",
  "copy-new",
];

function byUrgency(a: Duty, b: Duty): number {
  const [first, second] = [a.due ?? "9999", b.due ?? "9999"];
  return first === second ? ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) : first < second ? -1 : 1;
}

/** A2: warned 14 days ahead. */
const WARNED_AHEAD = 14;
const DAY_MS = 86_400_000;

async function accountDuties(services: DutyServices, caller: Caller): Promise<readonly Duty[]> {
  const left = passwordDaysLeft(caller.account, caller.at, services.policy);
  const due = dayOf(toInstant(millisecondsOf(caller.at) + left * DAY_MS));
  const password: readonly Duty[] =
    left > WARNED_AHEAD ? [] : [{ kind: "password-expiring", count: left, ledgerId: null, title: "", due }];
  if (caller.actor.permission === "read-only") return password;
  const requests = await listRequests(services, caller);
  const open = requests.ok ? requests.value.filter((request) => request.mayDecide).length : 0;
  return open === 0
    ? password
    : [...password, { kind: "approve-account", count: open, ledgerId: null, title: "", due: null }];
}
