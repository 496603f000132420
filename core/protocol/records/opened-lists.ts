/** GET /records/rosters/:list answers with a `RosterView`. Without schemas: the pane knows these, too. */
export const LISTS = [
  ...(["members", "applicants", "due-for-conversion", "hardship", "abroad", "lost", "dues", "left"] as const),
  ...(["units", "elections", "findings", "question"] as const),
] as const;
export type RosterList = (typeof LISTS)[number];
/** Without the one that a condition of the officer's own makes. */
export const OPENED_LISTS: readonly RosterList[] = LISTS.filter((list) => list !== "question");
