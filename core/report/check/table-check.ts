import type { Formula } from "../formula/formula.ts";

/** error 不允许: none may be left before submission. explain 需说明: each wants a text by the unit. hint 提示. */
export type CheckClass = "error" | "explain" | "hint";

export type Relation = "=" | "<=" | ">=" | "<" | ">" | "!=";

/** A check over cells, as data (R4); `code` and `version` are what explanations and exemptions are bound to. */
export interface TableCheck {
  readonly code: string;
  readonly severity: CheckClass;
  /** The table whose rows or columns it runs over; null: it names its cells with their tables. */
  readonly table: number | null;
  /** Checked in each row or in each column of the table; null: once. */
  readonly each: "row" | "column" | null;
  readonly test: CheckTest;
  /** For the person who reads it. */
  readonly text: string;
  /** A number that is not 0 wants the names behind it (名单). */
  readonly wantsNames: boolean;
  /** A cell without a number: counts as 0, or the check waits until there is one. */
  readonly missing: "zero" | "wait";
  readonly line: number;
  /** Where it stands, if it was taken over from another form: "../2017/checks.txt". */
  readonly file?: string;
}

export type CheckTest =
  | { readonly kind: "relation"; readonly left: Formula; readonly relation: Relation; readonly right: Formula }
  /** 同有同无: both are 0 or neither is. 二者居一: not both are above 0. */
  | { readonly kind: "both-or-neither" | "either-or"; readonly left: Formula; readonly right: Formula }
  /** 变动: against last year, beyond the share and the absolute number. */
  | { readonly kind: "band"; readonly left: Formula; readonly percent: number; readonly absolute: number };
