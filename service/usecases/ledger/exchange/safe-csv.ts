/** Signs with which a spreadsheet would take a text for a formula (A14), full-width ones too. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/u;

/** UTF-8 with a mark in front, so that Excel shows Chinese as it is; no text becomes a formula there. */
export function safeCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(quoted).join(",")).join("\r\n")}\r\n`;
}

function quoted(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
