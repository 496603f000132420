/** Files of a set beside its tables. */
export const SET_FILE = "set.txt";
export const STUBS_FILE = "row-stubs.txt";
export const CONDITIONS_FILE = "conditions.txt";
export const CHECKS_FILE = "checks.txt";
export const POINTS_FILE = "points.txt";
export const TABLE_FILE = /^table-\d{2,3}\.txt$/u;

const BESIDE: ReadonlySet<string> = new Set([SET_FILE, STUBS_FILE, CONDITIONS_FILE, CHECKS_FILE, POINTS_FILE]);

/** Whether a form's folder is made of files of this name; notes beside them are none. */
export function isSetFile(name: string): boolean {
  return BESIDE.has(name) || TABLE_FILE.test(name);
}
