/** What an answered push does to the base: each field is with the service what its outcome says. */
import { isReportRecord } from "#core/report/key/report-key.ts";
import type { BaseSnapshot, SnapshotCell } from "#core/sheet/snapshot/base-snapshot.ts";
import type { CellValue } from "#core/sheet/cell.ts";
import { REASON_FIELD } from "#core/sheet/diff/compare-row.ts";
import type { Outcome, PushEdit } from "#core/protocol/push.ts";
import { fieldKey } from "../book/book-cells.ts";
import type { Issued, IssuedCell } from "../book/issued.ts";

export interface AnsweredPush {
  readonly edits: readonly PushEdit[];
  /** One per edit, in their order. */
  readonly outcomes: readonly Outcome[];
}

export interface Settled {
  readonly issued: Issued;
  /** Reason cells whose text went with an accepted edit: what stands there, by field. */
  readonly usedReasons: ReadonlyMap<string, string>;
  /** Done by a button, not typed: what the cell shows as long as nobody types there, by field. */
  readonly untyped: ReadonlyMap<string, CellValue>;
}

interface Standing {
  readonly value: CellValue;
  readonly revision: number;
}

/** A base that is newer already stays: the same answer may come twice (W3). */
export function settlePushes(issued: Issued, pushes: readonly AnsweredPush[]): Settled {
  const fields = new MovedFields(issued);
  const usedReasons = new Map<string, string>();
  const untyped = new Map<string, CellValue>();
  for (const { edits, outcomes } of pushes) {
    edits.forEach((edit, index) => {
      const outcome = outcomes[index];
      if (!outcome || outcome.result === "refused") return;
      const taken = outcome.result !== "conflict";
      const key = fieldKey(edit);
      // Whatever was typed comes with its place. A push before this one may have been typed.
      if (edit.place === undefined) untyped.set(key, (fields.moved.get(key) ?? issued.cells.get(key))?.value ?? null);
      fields.move(edit, {
        value: standingOf(edit, taken ? edit.value : outcome.theirs),
        revision: outcome.revision,
      });
      if (taken && edit.reason !== undefined) usedReasons.set(reasonKey(edit.record), edit.reason);
    });
  }
  return { issued: withStanding(issued, fields.moved), usedReasons, untyped };
}

/** Nothing was sent. */
export function unsettled(issued: Issued): Settled {
  return { issued, usedReasons: new Map(), untyped: new Map() };
}

/** Conflicts and buttons tell every value as a text; a number that came into the sheet as a text would be missing from its sums. */
function standingOf({ record, field }: PushEdit, value: CellValue): CellValue {
  const isFigure = field === "score" || field.startsWith("rating.") || isReportRecord(record);
  if (!isFigure || typeof value !== "string" || value.trim() === "") return value;
  const figure = Number(value);
  return Number.isFinite(figure) ? figure : value;
}

export function reasonKey(record: string): string {
  return fieldKey({ record, field: REASON_FIELD });
}

/** A score and what is done about it share one revision. */
const SHARED: readonly string[] = ["score", "handling"];

class MovedFields {
  readonly moved = new Map<string, Standing>();
  readonly #issued: Issued;

  constructor(issued: Issued) {
    this.#issued = issued;
  }

  move(edit: PushEdit, { value, revision }: Standing): void {
    const { record } = edit;
    for (const field of SHARED.includes(edit.field) ? SHARED : [edit.field]) {
      const key = fieldKey({ record, field });
      const before = this.moved.get(key) ?? this.#issued.cells.get(key);
      if (!before || before.revision > revision) continue;
      this.moved.set(key, { revision, value: field === edit.field ? value : before.value });
    }
  }
}

function withStanding(issued: Issued, moved: ReadonlyMap<string, Standing>): Issued {
  if (moved.size === 0) return issued;
  const cells = new Map<string, IssuedCell>(issued.cells);
  for (const [key, standing] of moved) {
    const cell = cells.get(key);
    if (cell) cells.set(key, { ...cell, ...standing });
  }
  return { ...issued, cells, snapshot: snapshotWith(issued.snapshot, moved) };
}

function snapshotWith(snapshot: BaseSnapshot, moved: ReadonlyMap<string, Standing>): BaseSnapshot {
  const movedCell = (cell: SnapshotCell): SnapshotCell => {
    if (cell.record === undefined || cell.field === undefined) return cell;
    const standing = moved.get(fieldKey({ record: cell.record, field: cell.field }));
    return standing ? { ...cell, ...standing } : cell;
  };
  const sheets = snapshot.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map(movedCell) })),
  }));
  return { ...snapshot, sheets };
}
