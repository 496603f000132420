import { BLANK } from "#core/report/definition/read-supplement.ts";

/** One blank of a supplementary line with the words around it; `cell` null: words without a blank. */
export interface SupplementPiece {
  readonly cell: string | null;
  readonly text: string;
}

/** What still belongs to the blank before it: its unit, up to the next sign or bracket. */
const UNIT = /^[^，,。；;、：:（(]*[，,。；;、：:]?/u;

/** A line cut so that each piece has one blank: "能够按时交纳党费的党员____名，", "其中女性____名". Together they are the line. */
export function supplementPieces(line: {
  readonly no: number;
  readonly text: string;
  readonly blanks: number;
}): readonly SupplementPiece[] {
  const [first = "", ...rest] = line.text.split(BLANK);
  if (rest.length === 0) return [{ cell: null, text: line.text }];
  const pieces: SupplementPiece[] = [];
  let before = first;
  rest.forEach((after, index) => {
    const isLast = index === rest.length - 1;
    const unit = isLast ? after : (UNIT.exec(after)?.[0] ?? "");
    pieces.push({ cell: `补${line.no}.${index + 1}`, text: `${before}${BLANK}${unit}` });
    before = after.slice(unit.length);
  });
  return pieces;
}
