/** What stands in a cell. Scores are numbers in the sheet (so formulas work) and exact decimal text everywhere else. */
export type CellValue = string | number | boolean | null;

/**
 * What a cell is, for colour, symbol and legend; never colour alone. Order of precedence in `cell-state.ts`.
 * text: heading or fixed wording. input: may be edited by this officer. computed: by formula. generated, manual,
 * overridden, stale: report cells (R3). changed: differs from the base, not pushed. refused, conflict: answers of a push.
 * error, explain: findings. locked: would be input, but not now or not for him. challenged, ruled: a score that
 * somebody else set (L7, L9).
 */
export type CellState =
  | "text"
  | "input"
  | "computed"
  | "generated"
  | "manual"
  | "overridden"
  | "stale"
  | "locked"
  | "challenged"
  | "ruled"
  | "changed"
  | "refused"
  | "conflict"
  | "error"
  | "explain";

/** The record and field behind a cell that can be edited; `revision` is the field's revision in the base. */
export interface Binding {
  readonly record: string;
  readonly field: string;
  readonly revision: number;
}

/** What may be typed; hosts show it as a list or a validation message, the service decides. */
export type Constraint =
  | { readonly type: "list"; readonly choices: readonly string[] }
  | { readonly type: "decimal"; readonly lowest: number; readonly highest: number | null; readonly message: string }
  | { readonly type: "whole"; readonly lowest: number; readonly highest: number; readonly message: string }
  | { readonly type: "text"; readonly longest: number };

export interface Cell {
  readonly value: CellValue;
  /** Without "="; A1 references and defined names. `value` is then the service's own figure, for hosts that show before they calculate. */
  readonly formula?: string;
  readonly state: CellState;
  /** What a report cell is below the finding that `state` tells: its colours stay (R3). */
  readonly ground?: CellState;
  /** Excel number format; "@" for text that must stay text, "0.00" for figures. */
  readonly format?: string;
  /** Who, when, why (L7, W9); plain text, lines separated by "\n". */
  readonly note?: string;
  readonly constraint?: Constraint;
  readonly binding?: Binding;
  readonly align?: "left" | "center" | "right";
  readonly bold?: boolean;
  /** What a click opens: an evidence list, a ledger of a standing. Hosts without live links show the value only. */
  readonly link?: string;
}
