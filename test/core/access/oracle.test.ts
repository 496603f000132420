import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "mocha";
import fc from "fast-check";
import type { PostKind } from "#core/organisation/post.ts";
import { everyPosts, everyTree } from "./every-small-tree.ts";
import { aRandomWorld } from "./random-world.ts";
import { compareWithOracle } from "./oracle-world.ts";
import type { AskedLedger, Asker, World, WorldPost } from "./oracle.ts";

/** Posts that differ in rights; the officer, who stands for all that administer without leading, only where it is quick. */
const FEW_KINDS: readonly PostKind[] = ["secretary", "deputy-secretary", "information-officer", "member"];
const KINDS: readonly PostKind[] = [...FEW_KINDS, "officer"];

/** The ledger of every unit, also of those that own none, and in every branch of each person and of another member. */
function everyLedger(units: World["units"], people: readonly string[]): readonly AskedLedger[] {
  const members = [...people, "another"].flatMap((member) =>
    units.map((unit) => ({ id: `${member}@${unit.id}`, template: "t", unit: unit.id, member })),
  );
  return [...units.map((unit) => ({ id: unit.id, template: "t", unit: unit.id, member: null })), ...members].filter(
    (ledger) => ledger.member === null || units.some((unit) => unit.id === ledger.unit && unit.kind === "branch"),
  );
}

function actingForEach(posts: readonly WorldPost[]): readonly Asker[] {
  return posts.map((post) => ({ account: { of: "person", ...post }, readOnly: false }));
}

function worldOf(units: World["units"], posts: readonly WorldPost[]): World {
  return { units, posts, substitutes: [], lists: [] };
}

describe("the oracle", () => {
  it("is written independently: it imports types only", () => {
    const source = readFileSync(new URL("oracle.ts", import.meta.url), "utf8");
    const imports = source.match(/^import .*$/gm) ?? [];
    assert.ok(imports.length > 0);
    assert.deepEqual(
      imports.filter((line) => !line.startsWith("import type ")),
      [],
    );
  });
});

describe("access against the oracle, on every small tree", () => {
  it("L14 A11 unit accounts, every tree with up to 5 units", () => {
    let decisions = 0;
    for (const units of [1, 2, 3, 4, 5].flatMap(everyTree)) {
      const askers = units.flatMap((unit) =>
        [true, false].map((readOnly): Asker => ({ account: { of: "unit", unit: unit.id }, readOnly })),
      );
      decisions += compareWithOracle(worldOf(units, []), askers, everyLedger(units, []));
    }
    assert.ok(decisions > 100_000, String(decisions));
  });

  it("L14 A11 one person with every one or two posts, every tree with up to 4 units", function () {
    this.timeout(240_000);
    let decisions = 0;
    for (const units of [1, 2, 3, 4].flatMap(everyTree)) {
      const ledgers = everyLedger(units, ["wang"]);
      const kinds = units.length < 4 ? KINDS : FEW_KINDS;
      for (const posts of everyPosts("wang", units, { kinds, most: 2 })) {
        decisions += compareWithOracle(worldOf(units, posts), actingForEach(posts), ledgers);
      }
    }
    assert.ok(decisions > 1_000_000, String(decisions));
  });

  it("L14.8 two people, one with up to three posts, every tree with up to 3 units", function () {
    this.timeout(240_000);
    const kinds: readonly PostKind[] = ["secretary", "deputy-secretary", "member"];
    let decisions = 0;
    for (const units of [1, 2, 3].flatMap(everyTree)) {
      const ledgers = everyLedger(units, ["wang", "li"]);
      for (const wangs of everyPosts("wang", units, { kinds, most: units.length === 3 ? 2 : 3 })) {
        for (const lis of everyPosts("li", units, { kinds, most: 1 })) {
          const posts = [...wangs, ...lis];
          decisions += compareWithOracle(worldOf(units, posts), actingForEach(posts), ledgers);
        }
      }
    }
    assert.ok(decisions > 1_000_000, String(decisions));
  });
});

describe("access against the oracle, on random trees", () => {
  it("L14 A11 trees of up to 40 units, several posts a person, substitutes, named lists, read-only accounts", function () {
    this.timeout(240_000);
    fc.assert(
      fc.property(aRandomWorld, ({ world, askers, ledgers }) => {
        compareWithOracle(world, askers, ledgers);
      }),
      { numRuns: 2_000 },
    );
  });
});
