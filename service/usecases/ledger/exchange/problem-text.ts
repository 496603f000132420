import type { SheetProblem } from "#core/sheet/edit.ts";

/** Code and place of a problem, for machines and for the command line; screens have sentences for the codes. */
export function problemText(problem: SheetProblem): string {
  return `${problem.code} ${placeOf(problem)}`.trim();
}

function placeOf(problem: SheetProblem): string {
  if ("place" in problem) return `${problem.place.sheet}!${problem.place.address}`;
  return "sheet" in problem ? problem.sheet : "";
}
