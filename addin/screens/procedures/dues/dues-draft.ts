import { monthsBetween, type Month } from "#core/kernel/day-arithmetic.ts";
import type { Day } from "#core/kernel/instant.ts";
import { add, format, multiply, rational, ZERO } from "#core/kernel/rational.ts";
import type { PaymentKind } from "#core/people/dues/dues-paid.ts";
import type { PayAnswer, PayDues } from "#core/protocol/records/procedures.ts";
import type { Language } from "#core/wording/language.ts";
import { duesWords } from "#addin/wording/procedures/dues-words.ts";

/** A batch of dues as it is typed. */
export interface DuesDraft {
  readonly from: string;
  readonly to: string;
  readonly paidOn: string;
  readonly kind: PaymentKind;
  /** "": each one's own. */
  readonly amount: string;
  readonly approval: string;
}

/** Labels of what has to be filled in first. */
export function missingDuesFields(draft: DuesDraft, language: Language): readonly string[] {
  const words = duesWords[language];
  const isGift = draft.kind === "voluntary";
  return [
    ...(draft.from === "" ? [words.from] : []),
    ...(draft.to === "" && !isGift ? [words.to] : []),
    ...(draft.paidOn === "" ? [words.paidOn] : []),
    ...(draft.amount.trim() === "" && isGift ? [words.giftAmount] : []),
    ...(draft.approval.trim() === "" && draft.kind !== "monthly" ? [words.approval] : []),
  ];
}

export function paymentOf(draft: DuesDraft, people: readonly string[]): PayDues {
  const { kind, amount, approval } = draft;
  const from = draft.from as Month;
  const given = kind === "exempt" || amount.trim() === "" ? {} : { amount: amount.trim() };
  return {
    ...{ from, to: kind === "voluntary" ? from : (draft.to as Month), paidOn: draft.paidOn as Day },
    rows: people.map((personId) => ({ personId, kind, approval: approval.trim(), ...given })),
  };
}

/** Yuan of all that was entered. */
export function totalOf({ done }: PayAnswer, { from, to, rows: [first] }: PayDues): string {
  const months = first?.kind === "voluntary" ? 1 : monthsBetween(from, to) + 1;
  const monthly = done.reduce((sum, { amount }) => add(sum, rational(amount)), ZERO);
  return format(multiply(monthly, rational(String(months))), 2);
}
