/** How many are named. */
const NAMED = 3;
const GONE = "sheet-missing ";
const KEYS = /^(?:key-|sorted-without-keys|no-base-snapshot)/u;

/**
 * Sheets whose absence is why nothing of a book was taken; undefined where its keys are.
 * @param problems code and place of each
 */
export function goneSheets(
  problems: readonly string[],
): { readonly names: string; readonly count: number } | undefined {
  const gone = problems.filter((problem) => problem.startsWith(GONE)).map((problem) => problem.slice(GONE.length));
  if (gone.length === 0 || problems.some((problem) => KEYS.test(problem))) return undefined;
  const names = [...gone.slice(0, NAMED), ...(gone.length > NAMED ? ["……"] : [])].join("、");
  return { names, count: gone.length };
}
