import type { Outcome } from "#core/protocol/push.ts";
import type { CellMark } from "#core/sheet/sheet-host.ts";
import type { Change } from "#addin/screens/ledger/change.ts";
import type { Issued, IssuedCell } from "../book/issued.ts";

export interface MarkPlan {
  readonly marks: readonly CellMark[];
  /** To be called when the host has set them: a failed mark is planned again. */
  readonly done: () => void;
}

/** Which cells are marked as changed, refused or in conflict (W4), so that only what is new is marked. */
export class ChangeMarks {
  readonly #noteOf: (outcome: Outcome) => string;
  #marked: ReadonlyMap<string, string> = new Map();

  constructor(noteOf: (outcome: Outcome) => string) {
    this.#noteOf = noteOf;
  }

  /** After a drawing nothing is marked. */
  forget(): void {
    this.#marked = new Map();
  }

  /** @param looks marks that are due anyway: of cells whose own looks moved; a change's mark goes before them. */
  plan(changes: readonly Change[], { cells }: Issued, looks: readonly CellMark[] = []): MarkPlan {
    const wanted = new Map<string, CellMark>();
    for (const change of changes) {
      const cell = cells.get(change.key);
      if (cell) wanted.set(change.key, this.#markOf(change, cell));
    }
    const texts = new Map([...wanted].map(([key, mark]) => [key, JSON.stringify(mark)]));
    const fresh = [...wanted].flatMap(([key, mark]) => (this.#marked.get(key) === texts.get(key) ? [] : [mark]));
    const gone = [...this.#marked.keys()].flatMap((key) => (wanted.has(key) ? [] : unmarkOf(cells.get(key))));
    const taken = new Set([...fresh, ...gone].map(placeOf));
    const marks = [...looks.filter((mark) => !taken.has(placeOf(mark))), ...gone, ...fresh];
    return { marks, done: () => (this.#marked = texts) };
  }

  #markOf({ outcome }: Change, { sheet, row, column, note }: IssuedCell): CellMark {
    const at = { sheet, row, column };
    if (outcome?.result === "refused" || outcome?.result === "conflict")
      return { ...at, state: outcome.result, note: this.#noteOf(outcome) };
    return { ...at, state: "changed", ...(note === undefined ? {} : { note }) };
  }
}

/** A note that is not known stays, unless it was ours. */
function unmarkOf(cell: IssuedCell | undefined): readonly CellMark[] {
  if (!cell) return [];
  const { sheet, row, column, state, ground, note = "" } = cell;
  return [{ sheet, row, column, state, ...(ground ? { ground } : {}), note }];
}

function placeOf({ sheet, row, column }: CellMark): string {
  return JSON.stringify([sheet, row, column]);
}
