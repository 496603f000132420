import type { Cell, Constraint } from "#core/sheet/cell.ts";
import type { CellRule, RulePlan } from "../plan.ts";

/** Above an input message: some programs show none without a title. */
export const NOTE_TITLE = "台账";
/** An input message holds no more. */
export const LONGEST_NOTE = 255;
/** A list of choices inside a rule, commas included. */
export const LONGEST_LIST = 255;

/**
 * Every bound cell has a rule, even where anything may be typed: a rule carries the note, and marks bring notes later.
 * @returns undefined for a cell that has neither.
 */
export function ruleOf(cell: Cell): CellRule | undefined {
  const note = noteText(cell.note ?? "");
  if (cell.binding === undefined && note === "") return undefined;
  return { constraint: cell.binding && cell.constraint ? constraintOf(cell.constraint) : null, note };
}

/** The beginning of a long note; the pane's card shows all of it. */
export function noteText(note: string): string {
  const text = note.replaceAll("\r\n", "\n");
  if (text.length <= LONGEST_NOTE) return text;
  const cut = text.slice(0, LONGEST_NOTE - 1);
  // Half of a character beyond the basic plane is no character.
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

function constraintOf(constraint: Constraint): RulePlan | null {
  switch (constraint.type) {
    case "list":
      return listOf(constraint.choices);
    case "decimal":
    case "whole":
      return { ...constraint, message: constraint.message.slice(0, LONGEST_NOTE) };
    case "text":
      return { type: "text", longest: constraint.longest };
  }
}

/** A choice with a comma, or a list that is too long, cannot stand inside a rule: then the service alone judges. */
function listOf(choices: readonly string[]): RulePlan | null {
  const source = choices.join(",");
  const isInline = source.length <= LONGEST_LIST && source !== "" && !choices.some((choice) => /[",]/.test(choice));
  return isInline ? { type: "list", source } : null;
}
