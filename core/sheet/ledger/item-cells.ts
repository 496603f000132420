import type { ItemState, ScoreEntry } from "#core/ledger/handling/item-state.ts";
import type { QuantitativeItem, TextColumn } from "#core/ledger/template/template.ts";
import type { Binding, Cell, CellState } from "../cell.ts";
import { fillWords } from "../draft/fill-words.ts";
import { decimalFormat, figureCell, PLAIN_NUMBER, textCell } from "../draft/make-cell.ts";
import { kindText } from "./kind-text.ts";
import { itemRecord } from "./ledger-record.ts";
import type { ItemView, LedgerView } from "./ledger-view.ts";
import type { LedgerWords } from "./ledger-words.ts";
import { scoreConstraint } from "./score-constraint.ts";

/** Column keys of the quantitative sheet; text columns are `text.<key>`, so that no template's column can clash. */
export function textColumnKey(column: string): string {
  return `text.${column}`;
}

/** Longest wording that a template accepts for an item's text. */
const LONGEST_TEXT = 1_000;
const LONGEST_REASON = 2_000;

export interface ItemRow {
  readonly view: LedgerView;
  readonly words: LedgerWords;
  readonly item: QuantitativeItem;
  readonly itemView: ItemView;
}

/** All cells of one item's row, by column key. */
export function itemCells(row: ItemRow, acting: boolean): Readonly<Record<string, Cell>> {
  const { item, itemView, words, view } = row;
  const cells: Record<string, Cell> = {
    number: textCell(item.number, { align: "center" }),
    maximum: figureCell(item.maximum, "text", { format: PLAIN_NUMBER, align: "center" }),
    kind: textCell(kindText(item, words.kinds)),
    evidence: evidenceCell(itemView, words),
    completion: textCell(words.completion[itemView.completion], { align: "center" }),
    score: scoreCell(row),
    dispute: textCell(disputeText(itemView.state, words)),
  };
  for (const column of view.template.columns) cells[textColumnKey(column.key)] = wordingCell(row, column);
  if (acting) Object.assign(cells, actingCells(row));
  return cells;
}

function binding(row: ItemRow, field: string, revision: number): Binding {
  return { record: itemRecord(row.view.ledgerId, row.item.key), field, revision };
}

function wordingCell(row: ItemRow, column: TextColumn): Cell {
  const own = row.itemView.texts.find((text) => text.column === column.key);
  const text = own?.text ?? row.item.texts[column.key] ?? "";
  if (!column.rewordable || !row.itemView.mayReword) return textCell(text);
  return textCell(text, {
    state: "input",
    binding: binding(row, `text.${column.key}`, own?.revision ?? 0),
    constraint: { type: "text", longest: LONGEST_TEXT },
  });
}

function evidenceCell(item: ItemView, words: LedgerWords): Cell {
  const text =
    item.state.evidence === 0 ? words.evidenceMissing : fillWords(words.evidenceThere, { count: item.state.evidence });
  return textCell(text, { align: "center", ...(item.evidenceLink === null ? {} : { link: item.evidenceLink }) });
}

function scoreCell(row: ItemRow): Cell {
  const { itemView } = row;
  const standing = itemView.state.entries.at(-1);
  const note = itemView.history.join("\n");
  return figureCell(standing?.score ?? null, scoreState(standing, itemView.mayScore), {
    format: decimalFormat(row.view.template.policy.decimals),
    ...(note === "" ? {} : { note }),
    ...(itemView.mayScore
      ? { binding: binding(row, "score", itemView.revision), constraint: scoreConstraint(row.item, row.words) }
      : {}),
  });
}

/** A score that somebody else set shows as such whether or not the viewer may change it (L7, L9). */
function scoreState(standing: ScoreEntry | undefined, mayScore: boolean): CellState {
  if (standing?.role === "peer") return "challenged";
  if (standing?.role === "leader") return "ruled";
  return mayScore ? "input" : "locked";
}

function disputeText(state: ItemState, words: LedgerWords): string {
  const standing = state.entries.at(-1);
  return standing ? words.dispute[standing.status] : "";
}

function actingCells(row: ItemRow): Readonly<Record<string, Cell>> {
  const { handling, mayScore, revision } = row.itemView;
  const cells: Record<string, Cell> = {
    handling: textCell(null, { state: "locked" }),
    reason: textCell(null, { state: "locked" }),
  };
  if (handling.length > 0) {
    cells["handling"] = textCell(null, {
      state: "input",
      binding: binding(row, "handling", revision),
      constraint: { type: "list", choices: handling },
    });
  }
  if (handling.length > 0 || mayScore) {
    cells["reason"] = textCell(null, {
      state: "input",
      binding: binding(row, "reason", 0),
      constraint: { type: "text", longest: LONGEST_REASON },
    });
  }
  return cells;
}
