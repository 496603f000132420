const SETTLED_MS = 100;

/**
 * Univer validates cells in idle time and throws when their book is gone by then; idle work is done in the order it was asked
 * for, so what we ask for later comes after it.
 */
export function afterIdleWork(work: () => void): void {
  setTimeout(() => requestIdleCallback(work), SETTLED_MS);
}
