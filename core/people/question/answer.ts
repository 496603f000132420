import { addDays, addMonths, firstDayOf } from "#core/kernel/day-arithmetic.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Facts } from "../person/facts.ts";
import type { Comparison, Condition, Term } from "./question.ts";

/** The record asked about on a day: its facts of that day, computed ones included (age, stage). */
export interface Subject {
  readonly facts: Facts;
  readonly day: Day;
}

export type Predicate = (subject: Subject) => boolean;

/**
 * A condition made ready for many records. An empty field is equal to nothing and neither before nor after anything; so
 * `x != 甲` and `非 x = 甲` say the same, and both hold for it.
 */
export function predicateOf(condition: Condition): Predicate {
  switch (condition.kind) {
    case "always":
      return () => true;
    case "all": {
      const parts = condition.parts.map(predicateOf);
      return (subject) => parts.every((part) => part(subject));
    }
    case "any": {
      const parts = condition.parts.map(predicateOf);
      return (subject) => parts.some((part) => part(subject));
    }
    case "not": {
      const part = predicateOf(condition.part);
      return (subject) => !part(subject);
    }
    case "among": {
      const left = valueOf(condition.left);
      const { values } = condition;
      return (subject) => values.has(left(subject));
    }
    case "contains": {
      const left = valueOf(condition.left);
      return (subject) => left(subject).includes(condition.text);
    }
    case "empty": {
      const left = valueOf(condition.left);
      return (subject) => left(subject) === "";
    }
    case "compare":
      return comparing(condition.left, condition.by, condition.right);
  }
}

function comparing(leftTerm: Term, by: Comparison, rightTerm: Term): Predicate {
  const [left, right] = [valueOf(leftTerm), valueOf(rightTerm)];
  const order = isNumber(leftTerm) ? numberOrder : dateOrder;
  return (subject) => {
    const [a, b] = [left(subject), right(subject)];
    if (a === "" || b === "") return by === "!=";
    return HOLDS[by](order(a, b));
  };
}

const HOLDS: Readonly<Record<Comparison, (order: number) => boolean>> = {
  "=": (order) => order === 0,
  "!=": (order) => order !== 0,
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
};

function isNumber(term: Term): boolean {
  return (
    term.kind === "field" && (term.address.definition.type === "whole" || term.address.definition.type === "money")
  );
}

function numberOrder(a: string, b: string): number {
  return Number(a) - Number(b);
}

/** To the precision that both have: every day of March 2026 is equal to 2026-03. */
function dateOrder(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  const [left, right] = [a.slice(0, length), b.slice(0, length)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function valueOf(term: Term): (subject: Subject) => string {
  if (term.kind === "literal") return () => term.text;
  if (term.kind === "day") return movedDay(term);
  const { key } = term.address;
  if (term.months === 0 && term.days === 0) return ({ facts }) => facts[key] ?? "";
  return ({ facts }) => moved(facts[key] ?? "", term);
}

/** All records of one question are asked on one day: reckoned once. */
function movedDay(term: { readonly months: number; readonly days: number }): (subject: Subject) => string {
  let asked = "";
  let result = "";
  return ({ day }) => {
    if (day !== asked) [asked, result] = [day, moved(day, term)];
    return result;
  };
}

function moved(date: string, { months, days }: { readonly months: number; readonly days: number }): string {
  if (date === "" || (months === 0 && days === 0)) return date;
  const day = firstDayOf(date);
  const result = days === 0 ? addMonths(day, months) : addDays(day, days);
  return date.length === 7 && days === 0 ? result.slice(0, 7) : result;
}
