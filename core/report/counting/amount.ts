/** Hundredths, so that amounts of money add up exactly. */
export function amountIn(text: string): number {
  return Math.round(Number(text) * 100);
}

/** Amounts have two decimals; what floating point leaves behind them is no part of the number. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
