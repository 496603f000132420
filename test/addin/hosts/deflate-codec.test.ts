import assert from "node:assert/strict";
import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, it } from "mocha";
import { encodeSnapshot } from "#core/sheet/snapshot/encode-snapshot.ts";
import { parseSnapshot } from "#core/sheet/snapshot/parse-snapshot.ts";
import { snapshotOfBook } from "#core/sheet/snapshot/snapshot-of-book.ts";
import { deflateCodec } from "#addin/hosts/deflate-codec.ts";
import { DEFLATE_CODEC } from "#service/workbook/deflate-codec.ts";
import { aLedgerBook } from "#test/builders/sheet-book.ts";

const MOST = 1_000_000;

describe("the desk's deflate", () => {
  it("W2a what the desk deflates, the service inflates, and the other way round", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 2_000 }), (text) => {
        const shown = text.replace(/^\uFEFF/, "");
        assert.equal(DEFLATE_CODEC.inflate(deflateCodec.deflate(shown), MOST), shown);
        assert.equal(deflateCodec.inflate(DEFLATE_CODEC.deflate(shown), MOST), shown);
      }),
    );
  });

  it("W2a a base snapshot crosses both ways", () => {
    const snapshot = snapshotOfBook(aLedgerBook());
    const fromDesk = parseSnapshot(encodeSnapshot(snapshot, deflateCodec).join(""), DEFLATE_CODEC);
    const fromService = parseSnapshot(encodeSnapshot(snapshot, DEFLATE_CODEC).join(""), deflateCodec);
    assert.ok(fromDesk.ok && fromService.ok);
    assert.deepEqual(fromDesk.value, fromService.value);
  });

  it("a text of megabytes survives", () => {
    const text = "台账得分0123456789".repeat(300_000);
    assert.equal(deflateCodec.inflate(deflateCodec.deflate(text), 10 * text.length), text);
  });

  for (const [name, deflated] of [
    ["no base64", "这不是"],
    ["a letter too few", "AAA"],
    ["not deflated", btoa("plain text, not deflated at all")],
    ["cut off", DEFLATE_CODEC.deflate("机关第一党支部".repeat(1_000)).slice(0, 40)],
    ["not UTF-8", deflateRawSync(Buffer.from([0xff, 0xfe, 0xff])).toString("base64")],
    ["nothing", ""],
  ] as const)
    it(`damaged text is told: ${name}`, () => {
      assert.equal(deflateCodec.inflate(deflated, MOST), undefined);
    });

  it("a bomb ends at the cap", () => {
    const bomb = deflateRawSync(Buffer.alloc(60_000_000)).toString("base64");
    assert.equal(deflateCodec.inflate(bomb, 1_000_000), undefined);
  });
});
