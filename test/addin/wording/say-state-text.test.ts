import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { sayStateText } from "#addin/wording/say-state-text.ts";
import type { LedgerWindow } from "#core/ledger/window.ts";
import type { Instant } from "#core/kernel/instant.ts";
import { stateText } from "#service/usecases/ledger/view/state-text.ts";

const WINDOW = {
  spans: {
    filling: { from: "2026-01-01", to: "2026-05-31" },
    "peer-review": { from: "2026-05-01", to: "2026-06-15" },
    "leader-review": { from: "2026-06-20", to: "2026-06-30" },
  },
} as unknown as LedgerWindow;

describe("the state of a ledger in the pane", () => {
  const said = (day: string, state: "open" | "voided" = "open", window: LedgerWindow | undefined = WINDOW) => {
    const text = stateText({ state }, window, `${day}T04:00:00.000Z` as Instant);
    return { zh: sayStateText("zh-CN", text), en: sayStateText("en", text) };
  };

  it("names the stages that are open today and until when, in the officer's language", () => {
    assert.deepEqual(said("2026-03-01"), { zh: ["填报至 2026-05-31"], en: ["filling until 2026-05-31"] });
    assert.deepEqual(said("2026-05-15").en, ["filling until 2026-05-31", "peer review until 2026-06-15"]);
  });

  it("names all of them between two stages, and what is no stage at all", () => {
    assert.deepEqual(said("2026-06-17").zh.length, 3);
    assert.equal(said("2026-06-17").en[2], "leader review 2026-06-20～2026-06-30");
    assert.deepEqual(said("2026-06-17", "voided"), { zh: ["已作废"], en: ["void"] });
    assert.deepEqual(said("2027-03-01").en, ["closed"]);
  });
});
