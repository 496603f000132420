/**
 * One organisation of 5,000 units and 20,000 posts: how long it takes to build it and to find an actor's scope.
 * Run: node test/bench/access.bench.ts. It prints milliseconds as JSON and fails when the scope of the widest actor,
 * the organisation department, takes 5 ms or more in its best run: others may be using the machine meanwhile.
 */
import { performance } from "node:perf_hooks";
import type { Actor } from "#core/access/actor.ts";
import { decide } from "#core/access/decide-ledger.ts";
import { readableLedgers } from "#core/access/ledger-filter.ts";
import { scopeOf } from "#core/access/scope-of.ts";
import type { Organisation } from "#core/organisation/organisation.ts";
import type { Unit } from "#core/organisation/unit.ts";
import { anOrganisation, aUnit } from "#test/builders/organisation.ts";
import { acting, ledgerOf, unitAccount } from "#test/builders/organisation-actors.ts";

const GENERAL_BRANCHES = 100;
const BRANCHES = 4_899;
const POSTS = 20_000;
const RUNS = 50;
const SCOPE_LIMIT_MS = 5;

function manyUnits(): readonly Unit[] {
  const general = Array.from({ length: GENERAL_BRANCHES }, (_, index) => aUnit(`g${String(index)}`, "c"));
  const branches = Array.from({ length: BRANCHES }, (_, index) =>
    aUnit(`b${String(index)}`, `g${String(index % GENERAL_BRANCHES)}`),
  );
  return [aUnit("c", null), ...general, ...branches];
}

function manyPosts(): readonly string[] {
  const secretaries = Array.from({ length: BRANCHES }, (_, index) => `s${String(index)} secretary b${String(index)}`);
  const members = Array.from(
    { length: POSTS - BRANCHES - 1 },
    (_, index) => `m${String(index)} member b${String(index % BRANCHES)}`,
  );
  return ["chief secretary c", ...secretaries, ...members];
}

function timed(work: () => unknown): { readonly best: number; readonly median: number; readonly worst: number } {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return { best: round(times[0] ?? 0), median: round(times[RUNS >> 1] ?? 0), worst: round(times.at(-1) ?? 0) };
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000;
}

function scopeTimes(organisation: Organisation) {
  const actors: Readonly<Record<string, Actor>> = {
    department: unitAccount("c"),
    chief: acting("chief secretary c", organisation),
    generalBranch: unitAccount("g1"),
    branchSecretary: acting("s7 secretary b7", organisation),
    member: acting("m7 member b7", organisation),
  };
  return Object.fromEntries(
    Object.entries(actors).map(([who, actor]) => [who, timed(() => scopeOf(actor, organisation))]),
  );
}

const [units, posts] = [manyUnits(), manyPosts()];
const organisation = anOrganisation(units, posts);
const department = unitAccount("c");
const scope = scopeOf(department, organisation);
const subject = ledgerOf("b7");
const figures = {
  units: units.length,
  posts: posts.length,
  build: timed(() => anOrganisation(units, posts)),
  scope: scopeTimes(organisation),
  filter: timed(() => readableLedgers(scope)),
  thousandDecisions: timed(() => {
    for (let count = 0; count < 1_000; count += 1) decide(scope, department, { subject, action: "read" });
  }),
};
console.log(JSON.stringify(figures, null, 2));
if ((figures.scope["department"]?.best ?? Infinity) >= SCOPE_LIMIT_MS) process.exitCode = 1;
