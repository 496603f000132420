import { definitionLines } from "./definition-lines.ts";
import type { ProblemList } from "./problem-list.ts";

/** Conditions that a set writes once and uses by name: `{有效岗位}`. */
export type NamedConditions = ReadonlyMap<string, NamedCondition>;

export interface NamedCondition {
  readonly text: string;
  readonly line: number;
}

const NAME = /\{([^{}]*)\}/gu;
const DEEPEST = 10;

/** `有效岗位 | 工作岗位 不为空 且 ...` */
export function readNamedConditions(text: string, problems: ProblemList): NamedConditions {
  const named = new Map<string, NamedCondition>();
  for (const { no, parts, text: line } of definitionLines(text)) {
    const [name = "", condition = ""] = parts;
    if (parts.length !== 2 || condition === "") problems.add(no, "line-crooked", { given: line });
    else if (named.has(name)) problems.add(no, "id-doubled", { given: name });
    else named.set(name, { text: condition, line: no });
  }
  return named;
}

/** Those of `own` that lead back to themselves, used or not. */
export function circularNames(own: NamedConditions, all: NamedConditions): NamedConditions {
  return new Map([...own].filter(([name]) => reached(name, all).has(name)));
}

/** Every name that a condition stands on, through others as well. */
function reached(name: string, all: NamedConditions): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [name];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const [, used = ""] of (all.get(next)?.text ?? "").matchAll(NAME)) {
      const inner = used.trim();
      if (!seen.has(inner)) open.push(inner);
      seen.add(inner);
    }
  }
  return seen;
}

/** What the period gives to conditions: {期初}, {期末}, {年}, {上年}. */
export function periodNames(from: string, until: string): NamedConditions {
  const year = Number(until.slice(0, 4));
  const texts = { 期初: from, 期末: until, 年: String(year), 上年: String(year - 1) };
  return new Map(Object.entries(texts).map(([name, text]) => [name, { text, line: 0 }]));
}

export interface Expanded {
  readonly text: string;
  /** A name that does not exist, or that leads back to itself. */
  readonly problem?: { readonly problem: "name-unknown" | "name-circular"; readonly given: string };
}

/** Names replaced by their conditions, in brackets; dates and years as they are. */
export function expandNames(text: string, named: NamedConditions, depth = 0): Expanded {
  let problem: Expanded["problem"];
  const expanded = text.replace(NAME, (whole, name: string) => {
    const found = named.get(name.trim());
    if (!found || depth >= DEEPEST) {
      problem ??= { problem: found ? "name-circular" : "name-unknown", given: whole };
      return whole;
    }
    const inner = expandNames(found.text, named, depth + 1);
    problem ??= inner.problem;
    return /^[\d-]+$/.test(inner.text) ? inner.text : `(${inner.text})`;
  });
  return problem ? { text: expanded, problem } : { text: expanded };
}
