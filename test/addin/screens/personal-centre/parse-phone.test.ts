import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parsePhone } from "#addin/screens/personal-centre/parse-phone.ts";

describe("a phone number as people type it", () => {
  for (const text of ["13800001111", "138 0000 1111", "138-0000-1111", "+86 13800001111", "１３８００００１１１１"]) {
    it(`takes ${text}`, () => assert.equal(parsePhone(text), "13800001111"));
  }
  for (const text of ["", "23800001111", "1380000111", "138000011112", "010-88886666", "手机"]) {
    it(`takes nothing from ${JSON.stringify(text)}`, () => assert.equal(parsePhone(text), undefined));
  }
});
