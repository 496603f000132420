const UNSTORABLE = /(?![\t\n\r])\p{Cc}|\p{Cs}/u;

/** Without control characters and halves of characters: no database keeps a NUL, no document shows half a sign. */
export function isStorableText(text: string): boolean {
  return !UNSTORABLE.test(text);
}
