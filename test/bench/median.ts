export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** @param part between 0 and 1. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
