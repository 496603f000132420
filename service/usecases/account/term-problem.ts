import type { RequestRefusal } from "#core/protocol/refusal.ts";
import type { AccountTerm } from "#service/ports/records.ts";

/** Short-term accounts are active between two dates, temporary ones end at a date, long-term ones have none (A5). */
export function termProblem(term: AccountTerm): RequestRefusal | undefined {
  const path = wrongPart(term);
  return path === undefined
    ? undefined
    : { code: "bad-request", problems: [{ path: `term.${path}`, message: "term" }] };
}

function wrongPart({ kind, from, to }: AccountTerm): keyof AccountTerm | undefined {
  if (kind === "long-term") return from === null && to === null ? undefined : "kind";
  if (kind === "short-term" && from === null) return "from";
  if (to === null) return "to";
  return from !== null && to < from ? "to" : undefined;
}
