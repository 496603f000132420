/** Where a person stands on the way into the party (M6); computed from dates for any day, never stored (M16a). */
export type Stage = "applicant" | "activist" | "candidate" | "probationary" | "full";
