import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { addToMonth, type Month } from "#core/kernel/day-arithmetic.ts";
import type { Day } from "#core/kernel/instant.ts";
import {
  checkPayment,
  duesSince,
  isLongUnpaid,
  paidUntil,
  unpaidMonths,
  type Payment,
} from "#core/people/dues/dues-paid.ts";
import { proposeDues } from "#core/people/dues/propose-dues.ts";
import { RULES } from "../procedure-rules.ts";

const rules = RULES.dues[0] ?? assert.fail();
const month = (text: string): Month => text as Month;
const months = (...texts: readonly string[]): ReadonlySet<Month> => new Set(texts.map(month));

describe("dues", () => {
  const cases: readonly (readonly [kind: string, base: string, amount: string])[] = [
    ["1", "3000", "15.00"],
    ["1", "3000.01", "30.00"],
    ["1", "5000", "50.00"],
    ["1", "5000.01", "75.00"],
    ["1", "10000", "150.00"],
    ["1", "10000.01", "200.00"],
    ["1", "8333.33", "125.00"],
    ["2", "5000", "25.00"],
    ["2", "5001", "50.01"],
    ["3", "", "0.20"],
  ];
  for (const [kind, base, amount] of cases) {
    it(`M20 kind ${kind} with a base of ${base || "nothing"} pays ${amount}: the rate is on the whole base`, () => {
      assert.deepEqual(proposeDues(kind, base, rules), { ok: true, value: amount });
    });
  }

  it("M20 without a base, or where it is approved, nothing is proposed", () => {
    assert.deepEqual(proposeDues("1", "", rules), { ok: false, refusal: { code: "dues-base-missing" } });
    assert.deepEqual(proposeDues("5", "3000", rules), {
      ok: false,
      refusal: { code: "dues-approval-required", kind: "5" },
    });
  });

  it("M20 a payment settles its months once", () => {
    const payment: Payment = {
      from: month("2025-11"),
      to: month("2026-02"),
      amount: "50.00",
      kind: "monthly",
      approval: "",
    };
    const code = (given: Partial<Payment>, settled = months()) => {
      const checked = checkPayment({ ...payment, ...given }, settled);
      return checked.ok ? checked.value.join(" ") : checked.refusal.code;
    };
    assert.equal(code({}), "2025-11 2025-12 2026-01 2026-02");
    assert.equal(code({}, months("2026-01")), "month-settled-already");
    assert.equal(code({ to: month("2025-10") }), "months-reversed");
    for (const amount of ["-1", "1.005", "x", "", "0"]) assert.equal(code({ amount }), "amount-wrong");
    assert.equal(code({ kind: "reduced" }), "dues-approval-required");
    assert.equal(code({ kind: "reduced", approval: "支部大会 2026-01-10" }), "2025-11 2025-12 2026-01 2026-02");
    assert.equal(code({ kind: "exempt", approval: "支部大会", amount: "10" }), "amount-wrong");
    assert.equal(code({ kind: "exempt", approval: "支部大会", amount: "0.00" }), "2025-11 2025-12 2026-01 2026-02");
    assert.equal(code({ kind: "voluntary", approval: "组织部" }), "");
  });

  it("M20 paid until is the end of the unbroken run", () => {
    const account = { since: month("2026-01"), settled: months("2026-01", "2026-02", "2026-04") };
    assert.equal(paidUntil(account), "2026-02");
    assert.equal(paidUntil({ since: month("2025-12"), settled: account.settled }), null);
    assert.equal(paidUntil({ since: null, settled: account.settled }), "2026-02");
    assert.equal(paidUntil({ since: null, settled: months() }), null);
  });

  const since = (joinedOn: string | undefined, keptFrom: string | null, ...settled: readonly string[]) =>
    duesSince({
      ...{ joinedOn, restoredOn: undefined, settled: months(...settled) },
      keptFrom: keptFrom === null ? null : month(keptFrom),
    });
  const owed: readonly (readonly [why: string, since: Month | null, first: string | null])[] = [
    ["who never paid owes from the month after he joined", since("2025-06-18", null), "2025-07"],
    ["the end of a year is a month as any other", since("2025-12-31", null), "2026-01"],
    ["nothing is owed from before the unit kept dues here", since("1998-07", "2025-01"), "2025-01"],
    ["a member younger than the book owes from the month after he joined", since("2025-06-18", "2025-01"), "2025-07"],
    ["what he paid elsewhere counts from there", since("1998-07-01", "2026-01", "2025-03"), "2025-03"],
    ["without a day of joining the book says it", since(undefined, "2025-01"), "2025-01"],
    ["where nothing is known nothing is counted", since("", null), null],
  ];
  for (const [why, first, expected] of owed) it(`M20 ${why}`, () => assert.equal(first, expected));

  it("M20 M1b nothing is owed for the time away; what was paid before it stands", () => {
    const settled = months("2023-01", "2023-02");
    const first = duesSince({ joinedOn: "2015-06-01", restoredOn: "2026-01-10", keptFrom: month("2023-01"), settled });
    assert.equal(first, "2026-02");
    assert.equal(unpaidMonths({ since: first, settled }, "2026-05-01" as Day), 3);
    assert.equal(paidUntil({ since: first, settled }), "2023-02");
  });

  it("M20 a member who never paid is counted", () => {
    const account = { since: since("2025-06-18", null), settled: months() };
    assert.equal(unpaidMonths(account, "2026-01-01" as Day), 6);
    assert.equal(isLongUnpaid(account, "2026-01-01" as Day, rules), true);
    assert.equal(isLongUnpaid(account, "2025-12-31" as Day, rules), false);
  });

  it("M20 M21-13 six consecutive unpaid months are a finding; the present month is not over", () => {
    const account = { since: month("2025-01"), settled: months("2025-01", "2025-02") };
    const unpaid = (day: string) => [unpaidMonths(account, day as Day), isLongUnpaid(account, day as Day, rules)];
    assert.deepEqual(unpaid("2025-03-31"), [0, false]);
    assert.deepEqual(unpaid("2025-08-31"), [5, false]);
    assert.deepEqual(unpaid("2025-09-01"), [6, true]);
    assert.deepEqual(isLongUnpaid({ since: null, settled: months() }, "2026-01-01" as Day, rules), false);
  });

  it("M20 paying month after month moves paid-until by as much, whatever is paid at once", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 10 }), (lengths) => {
        const settled = new Set<Month>();
        let next = month("2024-01");
        for (const length of lengths) {
          const payment = {
            from: next,
            to: addToMonth(next, length - 1),
            amount: "1",
            kind: "monthly",
            approval: "",
          } as const;
          const checked = checkPayment(payment, settled);
          for (const one of checked.ok ? checked.value : assert.fail()) settled.add(one);
          next = addToMonth(next, length);
        }
        const until = paidUntil({ since: month("2024-01"), settled });
        assert.equal(until, lengths.length === 0 ? null : addToMonth(next, -1));
      }),
    );
  });
});
