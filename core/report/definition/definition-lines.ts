/** A line of a definition that says something: comments and empty lines are gone. */
export interface DefinitionLine {
  /** From 1, as an editor counts. */
  readonly no: number;
  readonly text: string;
  /** Parts between bars, trimmed; a bar doubled is a sign of the question language. */
  readonly parts: readonly string[];
}

const BAR = /\s\|\s|\s\|$/u;

/** A line that begins with # is a comment. */
export function definitionLines(text: string): readonly DefinitionLine[] {
  return text
    .replace(/^\uFEFF/u, "")
    .split(/\r?\n/u)
    .map((line, index) => ({ no: index + 1, text: line.trim() }))
    .filter((line) => line.text !== "" && !line.text.startsWith("#"))
    .map((line) => ({ ...line, parts: line.text.split(BAR).map((part) => part.trim()) }));
}
