import { setBit, type BitSet } from "../population/columns/bit-set.ts";
import type { Codes } from "../population/columns/column.ts";

/** So many tests of one field are answered in one pass over its column: a bit each of a byte per distinct text. */
export const TESTS_AT_ONCE = 8;

export interface AnswerTask {
  readonly codes: Codes;
  /** By code: bit n says whether test n holds for that text. */
  readonly answers: Uint8Array;
  /** Of each test, empty; to be filled. */
  readonly sets: readonly BitSet[];
}

export type AnswerKernel = (task: AnswerTask) => void;

/** Where there is no WebAssembly: slower, the same bits. */
export function plainAnswerKernel({ codes, answers, sets }: AnswerTask): void {
  for (let row = 0; row < codes.length; row += 1) {
    const answer = answers[codes[row] ?? 0] ?? 0;
    if (answer === 0) continue;
    for (let test = 0; test < sets.length; test += 1) {
      const set = sets[test];
      if (set && ((answer >>> test) & 1) === 1) setBit(set, row, true);
    }
  }
}
