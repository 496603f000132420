/** Hundredths, so that amounts of money add up exactly. */
export function amountIn(text: string): number {
  return Math.round(Number(text) * 100);
}
