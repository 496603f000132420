const TOKEN =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'!|#REF!|[^\s'"!(),+\-*/^&=<>;:#]+!|\$?[A-Za-z]{1,3}\$?\d{1,7}(?![\w.(])|\s+|_xlfn\.|_xlws\./g;

/**
 * Is it still the formula that was issued? Inserting, deleting and sorting rows moves its references, so only what
 * is around the references counts; letter case, blanks and the file format's function prefixes do not.
 */
export function sameFormula(base: string, found: string): boolean {
  return skeleton(base) === skeleton(found);
}

function skeleton(formula: string): string {
  const marked = formula.replace(TOKEN, (token) => {
    if (token.startsWith('"')) return token;
    if (token === "#REF!") return "@";
    if (token.endsWith("!") || token.trim() === "" || token.startsWith("_xl")) return "";
    return "@";
  });
  // A range of one cell may have become a longer one, and the other way round.
  return marked.replaceAll("@:@", "@").toUpperCase();
}
