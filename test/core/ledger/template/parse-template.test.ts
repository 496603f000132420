import assert from "node:assert/strict";
import { describe, it } from "mocha";
import fc from "fast-check";
import { parseTemplate } from "#core/ledger/template/parse-template.ts";
import { arbitraryLedger } from "#test/builders/ledger-random.ts";
import { aTemplate } from "#test/builders/ledger-template.ts";

function problemsOf(data: unknown): readonly string[] {
  const parsed = parseTemplate(data);
  return parsed.ok ? [] : parsed.refusal.problems.map(({ code, place }) => `${code} ${place}`);
}

function asData(body: unknown): Record<string, unknown> {
  return JSON.parse(JSON.stringify(body)) as Record<string, unknown>;
}

/** The same data with one place changed; undefined takes it away. */
function withPlace(place: string, value: unknown): unknown {
  const data = asData(aTemplate());
  const steps = place.split(".");
  const last = steps.pop() ?? "";
  const parent = steps.reduce<Record<string, unknown>>((at, step) => at[step] as Record<string, unknown>, data);
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else parent[last] = value;
  return data;
}

describe("parsing a template", () => {
  it("L1 what was written as JSON is read back the same", () => {
    fc.assert(
      fc.property(arbitraryLedger(), ({ body }) => {
        assert.deepEqual(parseTemplate(asData(body)), { ok: true, value: body });
      }),
      { numRuns: 100 },
    );
  });

  it("drops the editor's hint to the schema", () => {
    assert.deepEqual(parseTemplate({ $schema: "./schema.json", ...aTemplate() }), { ok: true, value: aTemplate() });
  });

  for (const [place, value, ...expected] of [
    ["name", undefined, "not-readable name"],
    ["year", "2026", "not-readable year"],
    ["level", "committee", "not-readable level"],
    ["columns.0.rewordable", "是", "not-readable columns.0.rewordable"],
    ["sections", {}, "not-readable sections"],
    ["sections.0.weight", 0.5, "not-readable sections.0.weight"],
    ["sections.0.items.0.maximum", 10, "not-readable sections.0.items.0.maximum"],
    ["sections.0.items.0.texts.task", null, "not-readable sections.0.items.0.texts.task"],
    [
      "sections.0.items.0.kind",
      "full",
      "not-readable sections.0.items.0.kind",
      "not-readable sections.0.items.0.kind.kind",
    ],
    ["sections.0.items.0.kind", { kind: "guess" }, "not-readable sections.0.items.0.kind.kind"],
    ["sections.0.items.0.kind", { kind: "levels" }, "not-readable sections.0.items.0.kind.levels"],
    ["sections.0.items.0.kind", { kind: "full", cap: "5" }, "not-readable sections.0.items.0.kind.cap"],
    ["policy.weight", "1", "not-readable policy.weight"],
    ["policy.floor", undefined, "not-readable policy.floor"],
    ["policy.quantitativeWeight", "0.6999", "weights-not-one policy.quantitativeWeight"],
  ] as const) {
    it(`L1 refuses ${JSON.stringify(value)} at ${place}`, () =>
      assert.deepEqual(problemsOf(withPlace(place, value)), expected));
  }

  it("L1 says every problem of the shape at once", () => {
    assert.deepEqual(problemsOf({ ...aTemplate(), name: 1, year: null }), ["not-readable name", "not-readable year"]);
  });

  it("never throws, whatever it is given", () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        assert.equal(parseTemplate(data).ok, false);
        assert.equal(parseTemplate({ ...aTemplate(), sections: data, policy: data }).ok, false);
      }),
      { numRuns: 500 },
    );
  });
});
