import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { maskFacts, maskIdNumber, maskPhone, maskValue } from "#core/people/field/mask.ts";
import { shippedCatalogue as catalogue } from "#test/builders/field-catalogue.ts";

describe("mask", () => {
  it("A12 shows three and four characters of an ID number", () => {
    assert.equal(maskIdNumber("310110199001011234"), "310***********1234");
    assert.equal(maskIdNumber("12345"), "*****");
    assert.equal(maskIdNumber(""), "");
  });

  it("A12 shows ends of a phone only", () => {
    assert.equal(maskPhone("13812345678"), "138****5678");
    assert.equal(maskPhone("65981234"), "******34");
    assert.equal(maskPhone("110"), "***");
  });

  it("A12 masks every sensitive fact and nothing else", () => {
    const facts = { name: "张三", idNumber: "310110199001011234", mobile: "13812345678", phone: "65981234" };
    assert.deepEqual(maskFacts(facts, catalogue.person), {
      name: "张三",
      idNumber: "310***********1234",
      mobile: "138****5678",
      phone: "******34",
    });
    assert.equal(maskValue({ type: "text", sensitive: true }, "abc"), "***");
    assert.equal(maskValue({ type: "text" }, "abc"), "abc");
  });
});
