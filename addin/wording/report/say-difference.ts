/** "+3"; a dash where one of both numbers is not known. */
export function sayDifference(difference: number | null): string {
  if (difference === null) return "—";
  return difference > 0 ? `+${difference}` : String(difference);
}
