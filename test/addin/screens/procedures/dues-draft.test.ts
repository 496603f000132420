import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { missingDuesFields, paymentOf, totalOf, type DuesDraft } from "#addin/screens/procedures/dues/dues-draft.ts";

const DRAFT: DuesDraft = {
  ...{ from: "2025-12", to: "2026-02", paidOn: "2026-03-01", kind: "monthly", amount: "", approval: "" },
};

describe("a batch of dues as it is typed", () => {
  it("M20 monthly dues need months and day alone; everything else its approval, a gift its amount", () => {
    const missing = (given: Partial<DuesDraft>) => missingDuesFields({ ...DRAFT, ...given }, "en");
    assert.deepEqual(missing({}), []);
    assert.deepEqual(missing({ from: "", to: "", paidOn: "" }), ["First month", "Last month", "Paid on"]);
    assert.deepEqual(missing({ kind: "reduced" }), ["Approval"]);
    assert.deepEqual(missing({ kind: "voluntary", to: "" }), ["Yuan", "Approval"]);
  });

  it("M20 each pays his own unless an amount was typed; an exemption has none", () => {
    const rowOf = (given: Partial<DuesDraft>) => paymentOf({ ...DRAFT, ...given }, ["p1"]).rows[0];
    assert.deepEqual(rowOf({}), { personId: "p1", kind: "monthly", approval: "" });
    assert.equal(rowOf({ amount: " 5.5 " })?.amount, "5.5");
    assert.equal(rowOf({ kind: "exempt", amount: "5" })?.amount, undefined);
    assert.equal(paymentOf({ ...DRAFT, kind: "voluntary" }, ["p1"]).to, "2025-12");
  });

  it("M20 the total is exact: amounts by months, a gift once", () => {
    const done = ["0.10", "0.20"].map((amount, row) => ({ row, personId: `p${String(row)}`, amount }));
    const answer = { done, refused: [] };
    assert.equal(totalOf(answer, paymentOf(DRAFT, ["p0", "p1"])), "0.90");
    assert.equal(totalOf(answer, paymentOf({ ...DRAFT, kind: "voluntary" }, ["p0", "p1"])), "0.30");
  });
});
