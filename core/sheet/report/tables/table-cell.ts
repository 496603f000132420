import { reportRecord } from "#core/report/key/report-key.ts";
import { toId, type UnitId } from "#core/kernel/ids.ts";
import { parseDay, shownTime } from "#core/kernel/instant.ts";
import type { Cell, CellState } from "#core/sheet/cell.ts";
import { strongerState } from "#core/sheet/cell-state.ts";
import { fillWords } from "#core/sheet/draft/fill-words.ts";
import { PLAIN_NUMBER } from "#core/sheet/draft/make-cell.ts";
import type { FindingMark } from "../finding-marks.ts";
import type { ReportFrame } from "../report-frame.ts";
import type { ReportAsk, ReportCellView } from "../report-view.ts";
import type { ReportWords } from "../report-words.ts";
import { sheetFormula } from "../sheet-formula.ts";
import type { TableLayout } from "./table-layout.ts";

/** Amounts of the form. */
const HIGHEST = 999_999_999.99;
const MOST = 999_999_999;

export interface DrawnTable {
  readonly frame: ReportFrame;
  readonly layout: TableLayout;
  readonly marks: ReadonlyMap<string, FindingMark>;
  /** Why a cell is filled by hand, where its row or column does not say it. */
  readonly whys: ReadonlyMap<string, string>;
}

/** The name under which a report's entries are pushed. @throws when the view's day is none (a bug) */
export function recordOfAsk({ setId, unitId, on }: ReportAsk): string {
  const day = parseDay(on);
  if (day === undefined) throw new Error(`no day: ${on}`);
  return reportRecord({ setId, unitId: toId<UnitId>(unitId), on: day });
}

/** One number of a table; what the form does not have is grey and empty. */
export function tableCell({ frame, layout, marks, whys }: DrawnTable, cell: string): Cell {
  const view = layout.table.cells[cell];
  if (!view) return { value: null, state: "locked" };
  const address = `${layout.table.no}!${cell}`;
  const mark = marks.get(address);
  const state = stateOf(view);
  const note = [...notesOf(view, whys.get(cell), frame.words), ...(mark?.notes ?? [])].join("\n");
  return {
    value: view.value,
    ...shownState(state, mark?.state),
    align: "right",
    format: PLAIN_NUMBER,
    ...(note === "" ? {} : { note }),
    ...formulaOf(view, cell, { frame, layout }),
    ...boundOf(view, address, frame),
  };
}

function stateOf({ kind, override }: ReportCellView): CellState {
  if (override) return override.stale ? "stale" : "overridden";
  return kind === "formula" ? "computed" : kind;
}

/** A finding does not hide whether the number is generated, filled or forced (R3). */
function shownState(own: CellState, found: CellState | undefined): Pick<Cell, "state" | "ground"> {
  const state = found === undefined ? own : strongerState(own, found);
  return state === own ? { state } : { state, ground: own };
}

function formulaOf(
  { kind, formula }: ReportCellView,
  cell: string,
  { frame, layout }: Pick<DrawnTable, "frame" | "layout">,
): Pick<Cell, "formula"> {
  if (kind !== "formula" || !formula) return {};
  const place = { table: layout.table.no, cell };
  return { formula: sheetFormula(formula, place, { sheet: layout.sheet, locate: frame.locate }) };
}

function boundOf(
  { kind, revision = 0, decimals }: ReportCellView,
  address: string,
  { view, words }: ReportFrame,
): Pick<Cell, "binding" | "constraint"> {
  if (kind === "formula" || !view.may.edit) return {};
  return {
    binding: { record: recordOfAsk(view.ask), field: address, revision },
    constraint: decimals
      ? { type: "decimal", lowest: 0, highest: HIGHEST, message: words.amount }
      : { type: "whole", lowest: 0, highest: MOST, message: words.whole },
  };
}

/** Who forced it, when, why, and what the records say (R3); the superior's remarks (R8). */
function notesOf({ override, remarks = [] }: ReportCellView, why: string | undefined, words: ReportWords): string[] {
  const notes = why === undefined ? [] : [fillWords(words.manual, { why })];
  if (override) {
    const { who, at, generated, then, reason, stale } = override;
    notes.push(fillWords(words.override, { who, at: shownTime(at), generated, reason }));
    if (stale) notes.push(fillWords(words.stale, { then, generated }));
  }
  return [...notes, ...remarks.map((remark) => fillWords(words.remark, { remark }))];
}
