import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { ImportView } from "#core/protocol/records/imports.ts";
import { shareRead, underWayAmong } from "#addin/screens/records/import/import-share.ts";

const COUNTS = { new: 0, changed: 0, unchanged: 0, refused: 0, doubled: 0 };

function anImport(id: string, state: ImportView["state"]): ImportView {
  const place = { unitId: "u1", unitName: "机关", fileName: "名册.xlsx", madeAt: "2026-06-01T00:00:00.000Z" };
  return { id, state, ...place, counts: COUNTS, skipped: 0 };
}

describe("how far an import is", () => {
  it("W6 takes all verdicts together, and never more than the whole", () => {
    assert.equal(shareRead({ counts: { ...COUNTS, new: 200, refused: 50 } }, 1_000), 0.25);
    assert.equal(shareRead({ counts: { ...COUNTS, unchanged: 12 } }, 10), 1);
    assert.equal(shareRead({ counts: COUNTS }, 0), 0);
  });

  it("W6 looks at the one that began now, not at one that broke off some day", () => {
    const broken = anImport("imp_old", "staging");
    const begun = anImport("imp_new", "staging");
    assert.equal(underWayAmong([begun, broken], [broken])?.id, "imp_new");
    assert.equal(underWayAmong([anImport("imp_new", "staged"), broken], [broken]), null);
  });
});
