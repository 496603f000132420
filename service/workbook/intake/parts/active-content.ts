import type { ActiveWhat } from "#core/sheet/intake-what.ts";
import { activeContent } from "../intake-fault.ts";
import type { ZipDirectory } from "../zip-directory.ts";

const ACTIVE_PARTS: readonly (readonly [RegExp, ActiveWhat])[] = [
  [/vbaproject\.bin$|vbadata\.xml$|(?:^|\/)macrosheets\//, "macros"],
  [/(?:^|\/)externallinks\//, "external-links"],
  [/(?:^|\/)(?:activex|ctrlprops)\//, "controls"],
  [/(?:^|\/)embeddings\//, "embedded-objects"],
  [/(?:^|\/)connections\.xml$|(?:^|\/)querytables\//, "connections"],
];

/** Refuses by part name what can run, fetch or embed: nothing of it belongs into a sheet of scores. */
export function refuseActiveParts(directory: ZipDirectory): void {
  for (const [name, entry] of directory) {
    const active = ACTIVE_PARTS.find(([pattern]) => pattern.test(name));
    if (active) throw activeContent(active[1], entry.name);
  }
}

/** DDE in a formula: cmd|'/c calc'!A1. "|" is no operator, so outside of texts and quoted names it means nothing else. */
export function isDdeFormula(formula: string): boolean {
  return (
    formula
      .replace(/"(?:[^"]|"")*"/g, "")
      .replace(/'(?:[^']|'')*'!/g, "!")
      .includes("|") || /\bDDE\s*\(/i.test(formula)
  );
}
