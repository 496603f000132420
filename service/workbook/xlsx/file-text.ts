/** In the file format "_x0041_" stands for "A": text that looks so is written escaped, or it would come back changed. */
export function fileText(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}

/** What stands behind the file's escapes, as the sheet shows it. */
export function shownText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}
