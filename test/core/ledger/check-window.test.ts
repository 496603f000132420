import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parseDay, type Day } from "#core/kernel/instant.ts";
import { ACTION_STAGES } from "#core/ledger/handling/action-stages.ts";
import { checkWindow, extendedWindow, isClosed, stagesOn } from "#core/ledger/check-window.ts";
import type { LedgerWindow } from "#core/ledger/window.ts";

function day(text: string): Day {
  const parsed = parseDay(`2026-${text}`);
  assert.ok(parsed);
  return parsed;
}

const WINDOW: LedgerWindow = {
  level: "branch",
  year: 2026,
  spans: {
    filling: { from: day("03-01"), to: day("11-30") },
    "peer-review": { from: day("11-15"), to: day("12-10") },
    "leader-review": { from: day("12-05"), to: day("12-20") },
  },
  closed: false,
};

describe("the window of a ledger", () => {
  for (const [text, stages, closed] of [
    ["02-28", [], false],
    ["03-01", ["filling"], false],
    ["11-14", ["filling"], false],
    ["11-15", ["filling", "peer-review"], false],
    ["11-30", ["filling", "peer-review"], false],
    ["12-01", ["peer-review"], false],
    ["12-05", ["peer-review", "leader-review"], false],
    ["12-10", ["peer-review", "leader-review"], false],
    ["12-20", ["leader-review"], false],
    ["12-21", [], true],
  ] as const) {
    it(`L15 on ${text} ${stages.join(" and ") || "nothing"} is open`, () => {
      assert.deepEqual(stagesOn(WINDOW, day(text)), stages);
      assert.equal(isClosed(WINDOW, day(text)), closed);
    });
  }

  it("L15 a closed window is closed at once", () => {
    const closed = { ...WINDOW, closed: true };
    assert.deepEqual(stagesOn(closed, day("11-20")), []);
    assert.equal(isClosed(closed, day("11-20")), true);
  });

  it("L15 without a window nothing is open, and nothing is over either", () => {
    assert.deepEqual(stagesOn(undefined, day("11-20")), []);
    assert.equal(isClosed(undefined, day("11-20")), false);
    assert.equal(isClosed({ ...WINDOW, spans: {} }, day("12-31")), false);
    assert.deepEqual(checkWindow(undefined, day("11-20"), ["filling"]), {
      ok: false,
      refusal: { code: "outside-window", stages: ["filling"], opens: null, closes: null },
    });
  });

  it("L15 outside a stage its actions are refused with the dates of the next span, else of the last", () => {
    const refused = (text: string, window = WINDOW) => {
      const checked = checkWindow(window, day(text), ["peer-review", "leader-review"]);
      return checked.ok
        ? "open"
        : [
            checked.refusal.code,
            "opens" in checked.refusal && checked.refusal.opens,
            "closes" in checked.refusal && checked.refusal.closes,
          ];
    };
    assert.deepEqual(refused("11-01"), ["outside-window", "2026-11-15", "2026-12-10"]);
    assert.equal(refused("11-15"), "open");
    assert.equal(refused("12-20"), "open");
    assert.deepEqual(refused("12-21"), ["outside-window", "2026-12-05", "2026-12-20"]);
    assert.deepEqual(refused("11-01", { ...WINDOW, closed: true }), ["outside-window", "2026-12-05", "2026-12-20"]);
  });

  it("L15 an extension lengthens one stage and nothing else", () => {
    const extended = extendedWindow(WINDOW, { stage: "filling", to: day("12-03") });
    assert.deepEqual(stagesOn(extended, day("12-03")), ["filling", "peer-review"]);
    assert.deepEqual(stagesOn(WINDOW, day("12-03")), ["peer-review"]);
    assert.equal(extendedWindow(WINDOW, { stage: "filling", to: day("11-20") }), WINDOW);
    assert.equal(
      extendedWindow({ ...WINDOW, spans: {} }, { stage: "filling", to: day("12-03") }).spans.filling,
      undefined,
    );
    assert.deepEqual(
      stagesOn(extendedWindow({ ...WINDOW, closed: true }, { stage: "filling", to: day("12-03") }), day("12-03")),
      [],
    );
  });

  it("L15 every action knows its stages", () => {
    const openOn = (text: string) =>
      Object.entries(ACTION_STAGES).flatMap(([action, stages]) =>
        stages !== null && checkWindow(WINDOW, day(text), stages).ok ? [action] : [],
      );
    assert.deepEqual(openOn("03-01"), [
      "reword",
      "delete",
      "attach-evidence",
      "remove-evidence",
      "score-self",
      "rate-self",
    ]);
    assert.deepEqual(openOn("12-01"), [
      "attach-evidence",
      "remove-evidence",
      "rate-self",
      "challenge",
      "answer-challenge",
      "withdraw-challenge",
      "escalate",
      "rate-as-peer",
      "rate-as-listed",
    ]);
    assert.deepEqual(
      openOn("12-15").filter((action) => !openOn("12-01").includes(action)),
      ["rule", "reopen", "rate-as-leader"],
    );
    assert.deepEqual(openOn("12-21"), []);
  });
});
