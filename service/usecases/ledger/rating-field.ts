/** Field of one rater's score in a history: every rater has his own, because others must not read it (L11). */
export function ratingField(raterClass: string, raterKey: string): string {
  return `rating.${raterClass}:${raterKey}`;
}
