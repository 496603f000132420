import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { checkExtension } from "#addin/screens/stages/check-extension.ts";
import { draftOf, isChanged, reopens, settingOf, spanProblem, statusOf } from "#addin/screens/stages/stage-draft.ts";
import { extendableUnits, nameOfUnit } from "#addin/screens/stages/unit-names.ts";
import { parseDay } from "#core/kernel/instant.ts";
import { extensionSchema, windowSchema, type WindowView } from "#core/protocol/ledgers.ts";
import { UNITS } from "../harness/account-data.ts";
import { WINDOWS } from "../harness/report-data.ts";

const [open, closed] = WINDOWS as [WindowView, WindowView];
const on = (day: string) => parseDay(day)!;
const today = on("2026-11-22");

describe("the stages of a level", () => {
  it("L15 are ahead, open, over, closed or not set", () => {
    const cases = [
      [open, "filling", "2026-02-28", "ahead"],
      [open, "filling", "2026-03-01", "open"],
      [open, "filling", "2026-11-30", "open"],
      [open, "filling", "2026-12-01", "over"],
      [closed, "filling", "2026-10-01", "closed"],
      [closed, "leader-review", "2026-10-01", "not-set"],
      [undefined, "filling", "2026-10-01", "not-set"],
    ] as const;
    for (const [view, stage, day, status] of cases) assert.equal(statusOf(view, stage, on(day)), status);
  });

  it("L15 need both days, the last not before the first", () => {
    assert.equal(spanProblem({ from: "", to: "" }), undefined);
    assert.equal(spanProblem({ from: "2026-12-01", to: "" }), "half");
    assert.equal(spanProblem({ from: "2026-02-30", to: "2026-03-01" }), "half");
    assert.equal(spanProblem({ from: "2026-12-02", to: "2026-12-01" }), "reversed");
    assert.equal(spanProblem({ from: "2026-12-01", to: "2026-12-01" }), undefined);
  });

  it("L15 that are over and get later days are reopened, which needs a reason", () => {
    const over = { ...closed, closed: false };
    const draft = draftOf(over);
    const later = { ...draft, "peer-review": { from: "2026-11-01", to: "2026-11-30" } };
    assert.equal(reopens(draft, over, today), false);
    assert.equal(reopens(later, over, today), true);
    assert.equal(reopens(later, closed, today), true);
    assert.equal(reopens(draftOf(open), open, today), false);
    assert.equal(reopens(later, undefined, today), false);
  });

  it("L15 are sent on the revision they were read at, or as a first setting where they came from above", () => {
    const asked = { unitId: "dw", year: 2026, closed: false, reason: "" };
    const own = settingOf({ ...asked, level: "general-branch", view: open, draft: draftOf(open) });
    assert.equal(own.baseRevision, 3);
    assert.deepEqual(windowSchema.parse(own), own);
    const first = settingOf({ ...asked, level: "branch", view: closed, draft: draftOf(closed) });
    assert.equal(first.baseRevision, 0);
    assert.deepEqual(Object.keys(first.spans), ["filling", "peer-review"]);
  });

  it("count as changed only when a day differs", () => {
    assert.equal(isChanged(draftOf(open), open), false);
    assert.equal(isChanged(draftOf(undefined), undefined), false);
    assert.equal(isChanged({ ...draftOf(open), filling: { from: "2026-03-02", to: "2026-11-30" } }, open), true);
  });
});

describe("an extension for one unit", () => {
  it("L15 only lengthens a stage that was set", () => {
    const draft = { unitId: "gb0", stage: "filling", to: "2026-12-05" } as const;
    assert.equal(checkExtension(draft, open), undefined);
    assert.equal(checkExtension({ ...draft, unitId: "" }, open), "unit");
    assert.equal(checkExtension({ ...draft, to: "2026-11-30" }, open), "not-later");
    assert.equal(checkExtension({ ...draft, stage: "leader-review" }, closed), "not-set");
    const asked = { ...draft, level: "general-branch", year: 2026, reason: "换届推迟一周" } as const;
    assert.equal(extensionSchema.safeParse(asked).success, true);
  });

  it("L15 is for a unit below that owns such a ledger; members are extended by branch", () => {
    assert.deepEqual(
      extendableUnits(UNITS, "dw", "general-branch")
        .map(({ id }) => id)
        .slice(0, 2),
      ["gb0", "gb1"],
    );
    assert.deepEqual(
      extendableUnits(UNITS, "gb1", "branch").map(({ id }) => id),
      ["gb1b0", "gb1b1", "gb1b2"],
    );
    assert.deepEqual(
      extendableUnits(UNITS, "gb1b0", "member").map(({ id }) => id),
      ["gb1b0"],
    );
    assert.deepEqual(extendableUnits(UNITS, "gb1b0", "branch"), []);
  });

  it("names a unit that the reader does not see by its id", () => {
    assert.equal(nameOfUnit(UNITS, "gb0"), "机关党总支");
    assert.equal(nameOfUnit(UNITS, "elsewhere"), "elsewhere");
  });
});
