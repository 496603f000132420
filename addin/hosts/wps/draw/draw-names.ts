import { absoluteRange, HIDDEN_COLUMNS, HIDDEN_ROWS } from "#core/sheet/cell-address.ts";
import type { Area, NamePlan, Placement } from "#addin/hosts/plan/plan.ts";
import { HostFailure } from "#addin/hosts/host-failure.ts";
import type { DrawRun } from "./draw-run.ts";
import { namesOf } from "./rollback.ts";
import type { WpsWorkbook } from "../wps-application.ts";

export interface NamedSheet {
  readonly key: string;
  readonly tab: string;
  readonly placement: Placement;
}

/**
 * Names of the book, pointing to where their lines stand now.
 * @param gone names that an earlier book had; the officer's own stay
 */
export function drawNames(
  run: DrawRun,
  {
    names,
    sheets,
    gone,
  }: { readonly names: readonly NamePlan[]; readonly sheets: readonly NamedSheet[]; readonly gone: readonly string[] },
): void {
  run.rollback.keepNames();
  const standing = new Map(namesOf(run.workbook).map((name) => [name.name, name.refersTo]));
  const wanted = new Set(names.map(({ name }) => name));
  for (const name of gone) if (!wanted.has(name) && standing.has(name)) run.workbook.Names.Item(name).Delete();
  for (const name of names) {
    const sheet = sheets.find(({ key }) => key === name.sheet);
    const refersTo = sheet && refersToOf(sheet, name.area);
    if (refersTo !== undefined && !isSame(standing.get(name.name), refersTo))
      run.workbook.Names.Add(name.name, refersTo, true);
  }
}

/** The officer's formulas may use a name that he has for something else: it is not taken from him. @throws HostFailure */
export function ensureNamesFree(workbook: WpsWorkbook, names: readonly NamePlan[], ourTabs: ReadonlySet<string>): void {
  const standing = new Map(namesOf(workbook).map(({ name, refersTo }) => [name.toLowerCase(), refersTo]));
  for (const { name } of names) {
    const refersTo = standing.get(name.toLowerCase());
    if (refersTo !== undefined && !refersTo.includes("#REF!") && !ourTabs.has(tabOf(refersTo)))
      throw new HostFailure("name-taken", name);
  }
}

function tabOf(refersTo: string): string {
  const [, quoted, plain = ""] = /^=(?:'((?:[^']|'')*)'|([^'!]+))!/.exec(refersTo) ?? [];
  return quoted?.replaceAll("''", "'") ?? plain;
}

/** The program leaves quotes out where a tab name does not need them. */
function isSame(standing: string | undefined, wanted: string): boolean {
  return standing?.replaceAll("'", "") === wanted.replaceAll("'", "");
}

/** From the first to the last of its lines, in whatever order the officer sorted them. */
function refersToOf({ tab, placement }: NamedSheet, area: Area): string | undefined {
  const rows = placement.rows.slice(area.top, area.bottom + 1);
  const columns = placement.columns.slice(area.left, area.right + 1);
  if (rows.length === 0 || columns.length === 0) return undefined;
  const reach = {
    top: Math.min(...rows) - HIDDEN_ROWS,
    bottom: Math.max(...rows) - HIDDEN_ROWS,
    left: Math.min(...columns) - HIDDEN_COLUMNS,
    right: Math.max(...columns) - HIDDEN_COLUMNS,
  };
  return `='${tab.replaceAll("'", "''")}'!${absoluteRange(reach)}`;
}
