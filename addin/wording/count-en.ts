/** "1 change", "3 changes": only for words that take an s. */
export function countEn(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** "1 change was", "3 changes were". */
export function countWereEn(count: number, noun: string): string {
  return `${countEn(count, noun)} ${count === 1 ? "was" : "were"}`;
}
