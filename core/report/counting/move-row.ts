import type { CellNumbers, PlacedNumbers } from "./cell-numbers.ts";
import type { PopulationPlan } from "./counting-plan.ts";
import type { Held, RowLook } from "./row-conditions.ts";

/** Numbers of a unit and everything below it. */
export interface KeptScope {
  /** As last asked for: asked for with the same set again, it is found at once. */
  units: ReadonlySet<string>;
  /** Written to at every change. */
  readonly numbers: PlacedNumbers;
  /** What was handed out of them; null after a change. */
  handedOut: CellNumbers | null;
}

/** A row as it counts: a removed one is in no scope. */
export interface RowStanding {
  readonly look: RowLook;
  readonly within: readonly KeptScope[];
  /** Hundredths, by the places of the numbers that add them up. */
  readonly amounts: ReadonlyMap<number, number>;
}

/** One row's change. */
export interface RowMove {
  /** undefined for a row that is new. */
  readonly was: RowStanding | undefined;
  readonly now: RowStanding;
}

interface MovedScopes {
  readonly left: readonly KeptScope[];
  readonly came: readonly KeptScope[];
  readonly stays: readonly KeptScope[];
}

/** Moves the numbers that a row counts in otherwise than it did, and no others. */
export function moveRow(plan: PopulationPlan, move: RowMove): void {
  const { was, now } = move;
  const left = was?.within.filter((scope) => !now.within.includes(scope)) ?? [];
  const came = now.within.filter((scope) => !was?.within.includes(scope));
  const scopes = { left, came, stays: now.within.filter((scope) => !came.includes(scope)) };
  moveSums(plan, move, scopes);
  if (was?.look.held !== now.look.held || left.length > 0 || came.length > 0) moveCounts(plan, move, scopes);
}

function moveSums({ sums }: PopulationPlan, { was, now }: RowMove, scopes: MovedScopes): void {
  for (const { place, counted } of sums) {
    const [before, after] = [was, now].map((one) => amountOf(one, place, counted.conditions));
    moveCell(place, { before: before ?? 0, after: after ?? 0 }, scopes);
  }
}

function amountOf(row: RowStanding | undefined, place: number, conditions: readonly number[]): number {
  return row && holdAll(row.look.held, conditions) ? (row.amounts.get(place) ?? 0) : 0;
}

function moveCounts({ asked, places }: PopulationPlan, { was, now }: RowMove, scopes: MovedScopes): void {
  for (let pair = 0; pair < asked.length; pair += 1) {
    const before = was && holdAll(was.look.held, asked[pair]) ? ONE : 0;
    const after = holdAll(now.look.held, asked[pair]) ? ONE : 0;
    if (before === 0 && after === 0) continue;
    for (const place of places[pair] ?? []) moveCell(place, { before, after }, scopes);
  }
}

const ONE = 100;

interface Hundredths {
  readonly before: number;
  readonly after: number;
}

function moveCell(place: number, { before, after }: Hundredths, { left, came, stays }: MovedScopes): void {
  if (before !== 0) for (const scope of left) add(scope, place, -before);
  if (after !== 0) for (const scope of came) add(scope, place, after);
  if (before !== after) for (const scope of stays) add(scope, place, after - before);
}

function add(scope: KeptScope, place: number, hundredths: number): void {
  scope.handedOut = null;
  scope.numbers[place] = (Math.round((scope.numbers[place] ?? 0) * 100) + hundredths) / 100;
}

/** Asked of every number of a population after every change. */
function holdAll(held: Held, conditions: readonly number[] = []): boolean {
  for (const condition of conditions) if (held[condition] !== 1) return false;
  return true;
}
