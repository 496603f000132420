/** Files of a set beside its tables. */
export const SET_FILE = "set.txt";
export const STUBS_FILE = "row-stubs.txt";
export const CONDITIONS_FILE = "conditions.txt";
export const CHECKS_FILE = "checks.txt";
export const POINTS_FILE = "points.txt";
