import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { storedCodec } from "#addin/hosts/grid/stored-codec.ts";
import { DEFLATE_CODEC } from "#service/workbook/deflate-codec.ts";

describe("the grid's snapshot codec", () => {
  it("W2a is read by everybody who inflates", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 500, unit: "binary" }), (text) => {
        assert.equal(DEFLATE_CODEC.inflate(storedCodec.deflate(text), 10_000), text);
        assert.equal(storedCodec.inflate(storedCodec.deflate(text), 10_000), text);
      }),
    );
  });
  it("splits what is longer than a stored block", () => {
    const long = "台账".repeat(60_000);
    assert.equal(DEFLATE_CODEC.inflate(storedCodec.deflate(long), 1_000_000), long);
    assert.equal(storedCodec.inflate(storedCodec.deflate(long), 1_000_000), long);
  });
  it("refuses what is damaged or too long", () => {
    assert.equal(storedCodec.inflate("!!", 100), undefined);
    assert.equal(storedCodec.inflate(storedCodec.deflate("台账台账"), 3), undefined);
    assert.equal(storedCodec.inflate(storedCodec.deflate("台账").slice(0, 8), 100), undefined);
  });
});
