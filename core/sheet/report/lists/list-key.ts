/** "person:ID" of a list's row key, for a click that opens it; undefined: a heading, or a row that no record stands behind. */
export function recordOfListKey(key: string): string | undefined {
  const [record = ""] = key.split(" ");
  return /^(?:person|unit):./u.test(record) ? record : undefined;
}
