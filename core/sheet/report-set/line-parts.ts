/** Between the parts of a definition's line. */
const BAR = " | ";

/**
 * A line of a definition as parts, one for each cell, so that together with the bar they are exactly that line again. A line
 * whose parts would not come back as they are (blanks at their ends, nothing after the last bar) stays in one piece.
 */
export function lineParts(line: string): readonly string[] {
  const parts = line.split(BAR);
  const isSound = parts.at(-1) !== "" && parts.every((part) => part === part.trim());
  return isSound ? parts : [line];
}

export function joinedParts(parts: readonly string[]): string {
  const last = parts.findLastIndex((part) => part !== "");
  return parts.slice(0, last + 1).join(BAR);
}

/** A text ends with a line's end, as editors write it. */
export function textLines(text: string): readonly string[] {
  return text.replace(/\n$/u, "").split("\n");
}
