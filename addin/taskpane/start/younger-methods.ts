/** What Chromium 104 in WPS 12 and Safari 15 do not have yet and our code takes for granted; imported before anything else. */
const YOUNGER = {
  toSorted(this: readonly unknown[], compare?: (a: unknown, b: unknown) => number): unknown[] {
    return [...this].sort(compare);
  },
  toReversed(this: readonly unknown[]): unknown[] {
    return [...this].reverse();
  },
};

for (const [name, value] of Object.entries(YOUNGER)) {
  if (!(name in Array.prototype))
    Object.defineProperty(Array.prototype, name, { value, configurable: true, writable: true });
}
