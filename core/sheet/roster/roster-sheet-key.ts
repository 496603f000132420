/** Key of the sheet that holds the records. */
export const ROSTER_SHEET = "roster";
