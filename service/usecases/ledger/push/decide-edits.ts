import { groupBy } from "#core/kernel/group-by.ts";
import type { LedgerId } from "#core/kernel/ids.ts";
import type { PushEdit } from "#core/protocol/push.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { decideItemEdit } from "./decide-item-edit.ts";
import { decideRatingEdit } from "./decide-rating-edit.ts";
import { decideNameEdit, decideTextEdit } from "./decide-text-edit.ts";
import { refused, type EditDecision } from "./decided-edit.ts";
import { meetingPlace, parseEdit, type ParsedEdit } from "./parse-edit.ts";
import { loadTouchedLedger, type TouchedLedger } from "./touched-ledger.ts";

/** One edit with what becomes of it; `touched` is missing where the caller may see no such ledger. */
export interface DecidedEdit {
  readonly index: number;
  readonly edit: PushEdit;
  readonly parsed: ParsedEdit | undefined;
  readonly touched: TouchedLedger | undefined;
  readonly decision: EditDecision;
}

/** Judges each edit on its own, in the order of the push; each touched ledger is loaded once. */
export async function decideEdits(
  tx: StoreReads,
  caller: Caller,
  edits: readonly PushEdit[],
): Promise<readonly DecidedEdit[]> {
  const parsings = edits.map(parseEdit);
  const parsed = parsings.flatMap((parsing) => ("parsed" in parsing ? [parsing.parsed] : []));
  const touched = await loadTouched(tx, caller, parsed);
  const doubled = doubledEdits(parsed);
  return edits.map((edit, index) => {
    const parsing = parsings[index];
    if (!parsing || "refusal" in parsing) {
      return {
        index,
        edit,
        parsed: undefined,
        touched: undefined,
        decision: refused(parsing?.refusal ?? { code: "not-found" }),
      };
    }
    const ledger = touched.get(parsing.parsed.ledgerId);
    const decision = judge(caller, ledger, { parsed: parsing.parsed, doubled: doubled.has(index) });
    return { index, edit, parsed: parsing.parsed, touched: ledger, decision };
  });
}

/** What one edit would do to the ledger as it stands. */
export function decideEdit(caller: Caller, touched: TouchedLedger, edit: ParsedEdit): EditDecision {
  switch (edit.field.type) {
    case "score":
    case "handling":
      return decideItemEdit(caller, touched, edit);
    case "rating":
      return decideRatingEdit(caller, touched, { ...edit, raterClass: edit.field.raterClass });
    case "text":
      return decideTextEdit(touched, { ...edit, column: edit.field.column });
    case "name":
      return decideNameEdit(touched, edit);
    case "reason":
      return refused({ code: "unknown-field", field: "reason" });
  }
}

interface Judged {
  readonly parsed: ParsedEdit;
  readonly doubled: boolean;
}

function judge(caller: Caller, touched: TouchedLedger | undefined, { parsed, doubled }: Judged): EditDecision {
  if (!touched) return refused({ code: "not-found" });
  return doubled ? refused({ code: "one-change-per-item" }) : decideEdit(caller, touched, parsed);
}

async function loadTouched(
  tx: StoreReads,
  caller: Caller,
  parsed: readonly ParsedEdit[],
): Promise<ReadonlyMap<LedgerId, TouchedLedger>> {
  const found = new Map<LedgerId, TouchedLedger>();
  for (const [ledgerId, edits] of groupBy(parsed, (edit) => edit.ledgerId)) {
    const touched = await loadTouchedLedger(tx, caller, { ledgerId, edits });
    if (touched) found.set(ledgerId, touched);
  }
  return found;
}

function doubledEdits(parsed: readonly ParsedEdit[]): ReadonlySet<number> {
  const places = groupBy(parsed, meetingPlace);
  return new Set([...places.values()].flatMap((edits) => (edits.length > 1 ? edits.map((edit) => edit.index) : [])));
}
