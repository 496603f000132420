import { UsageError } from "./command.ts";

export interface WholeNumberBounds {
  /** Of the option, for the sentence. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** @throws UsageError for anything but digits within the bounds. */
export function wholeNumber(text: string | undefined, otherwise: number, bounds: WholeNumberBounds): number {
  if (text === undefined) return otherwise;
  const value = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
  if (value >= bounds.from && value <= bounds.to) return value;
  throw new UsageError(`--${bounds.name} takes a whole number from ${String(bounds.from)} to ${String(bounds.to)}`);
}
