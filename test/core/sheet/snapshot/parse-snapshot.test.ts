import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { encodeSnapshot, LONGEST_CHUNK, META_PREFIX } from "#core/sheet/snapshot/encode-snapshot.ts";
import { parseSnapshot } from "#core/sheet/snapshot/parse-snapshot.ts";
import { snapshotOfBook } from "#core/sheet/snapshot/snapshot-of-book.ts";
import { textChecksum } from "#core/sheet/snapshot/text-checksum.ts";
import { DEFLATE_CODEC } from "#service/workbook/deflate-codec.ts";
import { aLedgerBook } from "#test/builders/sheet-book.ts";

const SNAPSHOT = snapshotOfBook(aLedgerBook());
const HEAD = JSON.stringify(["book", "ledger", "s", "x", "u", 2026, "d", 1, "t", "a"]);
const SHEET = JSON.stringify(["sheet", "s", "表", ["a", "b"], [0]]);

/** Lines with a right checksum: what a forger would send. */
function forged(...lines: readonly string[]): string {
  const text = lines.join("\n");
  return `${META_PREFIX}${textChecksum(text)}:${DEFLATE_CODEC.deflate(text)}`;
}

function refusalOf(meta: string | null): unknown {
  const parsed = parseSnapshot(meta, DEFLATE_CODEC);
  return parsed.ok ? "accepted" : parsed.refusal.code;
}

describe("the base snapshot", () => {
  it("W2a comes back as it was written, in chunks that a cell holds", () => {
    const chunks = encodeSnapshot(SNAPSHOT, DEFLATE_CODEC);
    assert.ok(chunks.every((chunk) => chunk.length <= LONGEST_CHUNK));
    assert.deepEqual(parseSnapshot(chunks.join(""), DEFLATE_CODEC), { ok: true, value: SNAPSHOT });
  });
  it("W2a is told when it is gone, foreign or damaged", () => {
    const text = encodeSnapshot(SNAPSHOT, DEFLATE_CODEC).join("");
    assert.equal(refusalOf(null), "snapshot-missing");
    assert.equal(refusalOf("hello"), "snapshot-foreign");
    assert.equal(refusalOf(`${META_PREFIX}00`), "snapshot-damaged");
    assert.equal(refusalOf(text.slice(0, -40)), "snapshot-damaged");
  });
  it("W2a is damaged after any change of a character", () => {
    const text = encodeSnapshot(SNAPSHOT, DEFLATE_CODEC).join("");
    fc.assert(
      fc.property(fc.integer({ min: META_PREFIX.length, max: text.length - 3 }), (at) => {
        const other = text[at] === "A" ? "B" : "A";
        assert.notEqual(refusalOf(text.slice(0, at) + other + text.slice(at + 1)), "accepted");
      }),
    );
  });
  const malformed: readonly (readonly [string, readonly string[]])[] = [
    ["no head", [SHEET]],
    ["an unknown kind", [HEAD.replace("ledger", "virus"), SHEET]],
    ["a row before any sheet", [HEAD, '["row","r1"]']],
    ["a row twice", [HEAD, SHEET, '["row","r1"]', '["row","r1"]']],
    ["a sheet twice", [HEAD, SHEET, SHEET]],
    ["a cell in a column that is not there", [HEAD, SHEET, '["row","r1",[2,1]]']],
    ["a cell twice", [HEAD, SHEET, '["row","r1",[0,1],[0,2]]']],
    ["an object for a value", [HEAD, SHEET, '["row","r1",[0,{"__proto__":1}]]']],
    ["a negative revision", [HEAD, SHEET, '["row","r1",[0,1,"x","f",-1]]']],
    ["a revision that is no number", [HEAD, SHEET, '["row","r1",[0,1,"x","f","1"]]']],
    ["a key that is no text", [HEAD, SHEET, '["row",7]']],
    ["an object instead of a line", [HEAD, '{"__proto__":{"polluted":true}}']],
    ["no JSON", [HEAD, "[["]],
    ["an empty line", [HEAD, ""]],
    ["columns twice", [HEAD, JSON.stringify(["sheet", "s", "表", ["a", "a"], []])]],
    [
      "a thousand columns",
      [HEAD, JSON.stringify(["sheet", "s", "表", Array.from({ length: 1000 }, (_, index) => `c${index}`), []])],
    ],
  ];
  for (const [name, lines] of malformed) {
    it(`W2a with ${name} is refused`, () => {
      assert.equal(refusalOf(forged(...lines)), "snapshot-malformed");
      assert.equal(({} as Record<string, unknown>)["polluted"], undefined);
    });
  }
  it("W2a keys such as __proto__ are keys like others", () => {
    const meta = forged(
      HEAD,
      JSON.stringify(["sheet", "__proto__", "表", ["__proto__", "constructor"], [0]]),
      '["row","__proto__",[0,"x"]]',
    );
    const parsed = parseSnapshot(meta, DEFLATE_CODEC);
    assert.ok(parsed.ok);
    assert.deepEqual(parsed.value.sheets[0]?.rows, [
      { key: "__proto__", cells: [{ column: "__proto__", value: "x" }] },
    ]);
  });
  it("W7 that inflates to 200 MB is refused", () => {
    assert.equal(
      refusalOf(`${META_PREFIX}0000000000000000:${DEFLATE_CODEC.deflate("\n".repeat(200_000_000))}`),
      "snapshot-damaged",
    );
  });
});
