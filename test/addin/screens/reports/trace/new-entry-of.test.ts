import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { newEntryOf } from "#addin/screens/reports/trace/new-entry-of.ts";
import type { Facts } from "#core/people/person/facts.ts";
import { shippedCatalogue } from "#test/builders/field-catalogue.ts";

const fields = shippedCatalogue.person;

function entryOf(key: string, typed: string, facts: Facts) {
  const field = fields.find((each) => each.key === key);
  assert.ok(field);
  return newEntryOf(field, { typed, fields, facts });
}

describe("a date that begins a new entry of a record", () => {
  it("R5 M1 it is compared as a date, however it is typed", () => {
    const facts = { graduatedOn: "2025-09", occupationFrom: "2025-09-01" };
    for (const typed of ["2025/3", "2025年9月", "2025.09", " 2025-09 ", "202503"]) {
      assert.equal(entryOf("graduatedOn", typed, facts), null, typed);
    }
    for (const typed of ["2025/10", "2025.10", "202512", "2026年1月"]) {
      assert.equal(entryOf("graduatedOn", typed, facts)?.from, "2025-09", typed);
    }
    assert.equal(entryOf("occupationFrom", "2025/8/31", facts), null);
    assert.equal(entryOf("occupationFrom", "2025-9-2", facts)?.from, "2025-09-01");
  });

  it("R5 M1 what cannot be read as a date, no date before, and no field that begins an entry say nothing", () => {
    assert.equal(entryOf("graduatedOn", "明年", { graduatedOn: "2025-09" }), null);
    assert.equal(entryOf("graduatedOn", "", { graduatedOn: "2025-09" }), null);
    assert.equal(entryOf("graduatedOn", "2026-09", {}), null);
    assert.equal(entryOf("workStart", "2026-09", { workStart: "2025-09" }), null);
  });

  it("R5 M1 only what has a last day, and none yet, ends where the new entry begins", () => {
    const post = { occupationFrom: "2025-09-01" };
    assert.equal(entryOf("occupationFrom", "2026-03-01", post)?.before, "ends");
    assert.equal(entryOf("occupationFrom", "2026-03-01", { ...post, occupationUntil: "2026-01-31" })?.before, "stays");
    assert.equal(entryOf("awardOn", "2026-07-01", { awardOn: "2025-07-01" })?.before, "stays");
    assert.equal(entryOf("titleFrom", "2026-07", { titleFrom: "2025-07" })?.before, "stays");
  });
});
