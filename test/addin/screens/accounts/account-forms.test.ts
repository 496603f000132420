import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { LONG_TERM, termOfKind, termProblem } from "#addin/screens/accounts/account-term.ts";
import { NEW_REQUEST, requestOf, requestProblems } from "#addin/screens/accounts/requests/request-draft.ts";
import { slipPages } from "#addin/screens/accounts/slips/slip-pages.ts";
import { unitProblems } from "#addin/screens/accounts/unit-draft.ts";
import { aboveOf, filterTree, idsOf, mayMakeUnitBelow, unitTree } from "#addin/screens/accounts/unit-tree.ts";
import { parseDay } from "#core/kernel/instant.ts";
import { accountRequestSchema, makeUnitSchema } from "#core/protocol/accounts.ts";
import { UNITS } from "../harness/account-data.ts";

const today = parseDay("2026-11-22")!;

describe("the term of an account", () => {
  const cases = [
    [{ kind: "long-term", from: null, to: null }, undefined],
    [{ kind: "short-term", from: null, to: "2027-01-01" }, "from"],
    [{ kind: "short-term", from: "2026-12-01", to: null }, "to"],
    [{ kind: "short-term", from: "2026-12-01", to: "2026-11-30" }, "order"],
    [{ kind: "short-term", from: "2026-12-01", to: "2026-12-01" }, undefined],
    [{ kind: "temporary", from: null, to: "2026-11-21" }, "past"],
    [{ kind: "temporary", from: null, to: "2026-11-22" }, undefined],
    [{ kind: "temporary", from: null, to: "2026-02-30" }, "to"],
  ] as const;
  for (const [term, problem] of cases) {
    it(`A5 ${term.kind} ${term.from} to ${term.to}: ${problem ?? "fits"}`, () =>
      assert.equal(termProblem(term, today), problem));
  }

  it("A5 forgets the days that a kind does not have", () => {
    const short = { kind: "short-term", from: "2026-12-01", to: "2027-01-31" } as const;
    assert.deepEqual(termOfKind("temporary", short), { kind: "temporary", from: null, to: "2027-01-31" });
    assert.deepEqual(termOfKind("long-term", short), LONG_TERM);
  });
});

describe("the written application for an account", () => {
  const filled = { ...NEW_REQUEST, holder: " 韩志刚 ", contact: "137 0000 4410", reason: "换届后新任书记" };

  it("A4 names everything that is missing", () => {
    assert.deepEqual([...requestProblems(NEW_REQUEST, today).fields], ["holder", "contact", "reason"]);
    const handOver = { ...NEW_REQUEST, action: "hand-over", kind: "person" } as const;
    assert.deepEqual(
      [...requestProblems(handOver, today).fields],
      ["accountId", "holder", "post", "contact", "reason"],
    );
  });

  it("A4 is what the service takes, once nothing is missing", () => {
    assert.equal(requestProblems(filled, today).fields.size, 0);
    const made = requestOf(filled, "gb0");
    assert.deepEqual(accountRequestSchema.parse(made), made);
    assert.equal(made.holder, "韩志刚");
    assert.equal(made.contact, "13700004410");
    assert.equal("accountId" in made, false);
  });

  it("A4 asks for a post only where the account begins with one", () => {
    const person = { ...filled, kind: "person", post: "secretary" } as const;
    assert.equal(requestOf(person, "gb0").post, "secretary");
    assert.equal(requestOf({ ...person, action: "disable", accountId: "a2" }, "gb0").post, null);
    assert.equal(requestOf({ ...filled, post: "secretary" }, "gb0").post, null);
  });
});

describe("the units beside the accounts", () => {
  const tree = unitTree(UNITS);

  it("form a tree in their order", () => {
    assert.deepEqual(
      tree.map(({ unit }) => unit.id),
      ["dw"],
    );
    assert.deepEqual(idsOf(tree).length, UNITS.length);
    assert.deepEqual(idsOf(tree).slice(0, 3), ["dw", "gb0", "gb0b0"]);
  });

  it("keep the way to whatever the search finds", () => {
    assert.deepEqual(idsOf(filterTree(tree, "护理学院学生")), ["dw", "gb2", "gb2b2"]);
    assert.deepEqual(filterTree(tree, "没有的"), []);
    assert.equal(filterTree(tree, " "), tree);
  });

  it("open what stands above the chosen one", () => {
    assert.deepEqual(aboveOf(UNITS, "gb2b2"), ["gb2", "dw"]);
    assert.deepEqual(aboveOf(UNITS, null), []);
  });

  it("A4 have new ones made one and two levels down only", () => {
    const may = (id: string, units = UNITS) =>
      mayMakeUnitBelow(
        units,
        units.find((unit) => unit.id === id)!,
      );
    assert.deepEqual([may("dw"), may("gb0"), may("gb0b0")], [true, true, false]);
    const seenByGeneralBranch = UNITS.filter(({ id }) => id.startsWith("gb0"));
    assert.equal(may("gb0b0", seenByGeneralBranch), true);
  });

  it("are described as the service takes them", () => {
    const unit = { name: "药学院学生第二党支部", shortName: "药学生二支部", code: "yxs-2", kind: "branch" } as const;
    assert.equal(unitProblems(unit).size, 0);
    assert.equal(makeUnitSchema.safeParse({ ...unit, parentId: "gb5" }).success, true);
    assert.deepEqual(
      [...unitProblems({ ...unit, name: "药", shortName: " ", code: "药" })],
      ["name", "shortName", "code"],
    );
  });
});

describe("slips on paper", () => {
  it("A2 stand ten to a page, in order", () => {
    const slips = Array.from({ length: 25 }, (_, index) => index);
    assert.deepEqual(
      slipPages(slips).map((page) => page.length),
      [10, 10, 5],
    );
    assert.deepEqual(slipPages(slips).flat(), slips);
    assert.deepEqual(slipPages([]), []);
  });
});
