/** A million people take their time: whoever else asks meanwhile is answered in between. */
export function turnOfOthers(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
