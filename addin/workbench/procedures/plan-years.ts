/** From September on offices work on next year's plan (M7), before that on this year's list (M8). */
export function usualPlanYear(day: string): number {
  const year = Number(day.slice(0, 4));
  return Number(day.slice(5, 7)) >= 9 ? year + 1 : year;
}

/** Newest first. */
export function planYears(day: string): readonly number[] {
  const year = Number(day.slice(0, 4));
  return [year + 1, year, year - 1, year - 2];
}
