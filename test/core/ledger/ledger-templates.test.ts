import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { toText } from "#core/kernel/rational.ts";
import { computeTotals } from "#core/ledger/scoring/compute-totals.ts";
import { fullScore } from "#core/ledger/scoring/kind-scores.ts";
import { parseTemplate } from "#core/ledger/template/parse-template.ts";
import { qualitativeMaximum, quantitativeMaximum } from "#core/ledger/scoring/scheme-maximum.ts";
import type { TemplateBody } from "#core/ledger/template/template.ts";
import { aRating } from "#test/builders/ledger-random.ts";

const FOLDER = join(import.meta.dirname, "../../../templates/ledgers");
const FILES = ["branch", "general-branch", "member", "standardised", "student-branch", "three-hundred"];

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(FOLDER, `${name}.json`), "utf8"));
}

function load(name: string): TemplateBody {
  const parsed = parseTemplate(readJson(name));
  assert.ok(parsed.ok, JSON.stringify(parsed.ok ? "" : parsed.refusal.problems));
  return parsed.value;
}

/** The total of a ledger in which everything is as good as it can be without a bonus. */
function fullTotal(body: TemplateBody): string {
  const items = body.sections.flatMap((section) => section.items);
  const scores = new Map(items.map((item) => [item.key, item.kind.kind === "ratio" ? item.maximum : fullScore(item)]));
  const ratings = body.qualitative.flatMap(({ key, maximum }) =>
    body.policy.classes.map(({ code }) => aRating(key, { raterClass: code, score: maximum })),
  );
  return computeTotals(body, scores, ratings).total;
}

interface SchemaNode {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, unknown>>;
}

describe("ledger templates", () => {
  it("are these six, and their schema", () => {
    assert.deepEqual(readdirSync(FOLDER).toSorted(), [...FILES, "schema"].map((name) => `${name}.json`).toSorted());
  });

  for (const name of FILES) {
    it(`L12 ${name} is sound, has 12 to 60 items and reaches exactly its base`, () => {
      const body = load(name);
      const count = body.sections.reduce((total, section) => total + section.items.length, 0);
      assert.ok(count >= 12 && count <= 60, `${count} items`);
      assert.equal(Number(fullTotal(body)), Number(body.policy.base));
    });
  }

  it("L12 hold the schemes they were made for", () => {
    const kinds = (name: string) =>
      new Set(load(name).sections.flatMap((section) => section.items.map((item) => item.kind.kind)));
    assert.ok(
      load("student-branch").sections.some((section) =>
        section.items.some(({ kind }) => kind.kind === "bonus" && kind.cap === null),
      ),
    );
    assert.equal(load("student-branch").policy.floor, "0");
    assert.deepEqual([...kinds("standardised")], ["levels"]);
    assert.deepEqual(
      load("standardised").sections.map(({ weight }) => weight),
      ["0.2", "0.2", "0.2", "0.2", "0.2"],
    );
    assert.deepEqual(
      [
        toText(quantitativeMaximum(load("three-hundred"))),
        toText(qualitativeMaximum(load("three-hundred"))),
        load("three-hundred").policy.base,
      ],
      ["300", "100", "300"],
    );
    const all = new Set(FILES.flatMap((name) => [...kinds(name)]));
    assert.deepEqual([...all].toSorted(), ["bonus", "deduction", "full", "levels", "ratio", "veto"]);
  });

  it("are described by the schema: every object asks for exactly the fields that the parser reads", () => {
    const { $defs, ...root } = readJson("schema") as SchemaNode & {
      readonly $defs: Readonly<Record<string, SchemaNode>>;
    };
    const body = load("student-branch");
    const [section] = body.sections;
    const objects: Readonly<Record<string, object | undefined>> = {
      column: body.columns[0],
      section,
      item: section?.items[0],
      qualitativeItem: body.qualitative[0],
      policy: body.policy,
      raterClass: body.policy.classes[0],
      gradeBand: body.policy.grades[0],
    };
    assert.deepEqual(root.required?.toSorted(), Object.keys(body).toSorted());
    for (const [name, object = {}] of Object.entries(objects)) {
      const described = $defs[name] ?? {};
      assert.deepEqual(described.required?.toSorted(), Object.keys(object).toSorted(), name);
      assert.deepEqual(Object.keys(described.properties ?? {}).toSorted(), Object.keys(object).toSorted(), name);
    }
  });
});
