/** The part of a desk's storage that the outbox needs. Any call may throw: forbidden in a foreign frame, or full. */
export interface OutboxStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** Browsers name it differently; all say what is full. */
export function isFull(failure: unknown): boolean {
  if (typeof failure !== "object" || failure === null || !("name" in failure)) return false;
  return /quota/i.test(String(failure.name));
}
