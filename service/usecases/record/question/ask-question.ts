import { ok, type Result } from "#core/kernel/result.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Unit } from "#core/organisation/unit.ts";
import { maskValue } from "#core/people/field/mask.ts";
import { showField } from "#core/people/field/show-field.ts";
import type { Facts } from "#core/people/person/facts.ts";
import { predicateOf } from "#core/people/question/answer.ts";
import { crossTable, parseDimension, type Dimension } from "#core/people/question/cross-table.ts";
import { parseQuestion } from "#core/people/question/parse-question.ts";
import { vocabularyOf } from "#core/people/question/vocabulary.ts";
import type { AskAnswer, AskTable } from "#core/protocol/records/records.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { Language } from "#core/wording/language.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { loadSubjects } from "../roster/load-subjects.ts";
import { unitScope, type AskedUnit } from "../unit-scope.ts";

export interface AskedCount extends AskedUnit {
  readonly condition: string;
  readonly rows?: string | undefined;
  readonly columns?: string | undefined;
  readonly language: Language;
}

export type AskServices = Pick<Services, "store" | "catalogue" | "procedureRules">;

export interface Asked {
  readonly answer: AskAnswer;
  readonly unit: Unit;
  readonly day: Day;
}

/** How many a condition holds for, and how many of each kind where one or two fields are named (M22). */
export async function askQuestion(
  services: AskServices,
  caller: Caller,
  asked: AskedCount,
): Promise<Result<AskAnswer, AnyRefusal>> {
  const found = await answerOf(services, caller, asked);
  return found.ok ? ok(found.value.answer) : found;
}

export async function answerOf(
  services: AskServices,
  caller: Caller,
  asked: AskedCount,
): Promise<Result<Asked, AnyRefusal>> {
  const vocabulary = vocabularyOf(services.catalogue, "person");
  const condition = parseQuestion(asked.condition, vocabulary);
  if (!condition.ok) return condition;
  const sides: Dimension[] = [];
  for (const text of [asked.rows ?? "", asked.columns ?? ""].filter((side) => side.trim() !== "")) {
    const side = parseDimension(text, vocabulary);
    if (!side.ok) return side;
    sides.push(side.value);
  }
  const matches = predicateOf(condition.value);
  return await services.store.read(async (tx): Promise<Result<Asked, AnyRefusal>> => {
    const scope = await unitScope(tx, caller, asked);
    if (!scope.ok) return scope;
    const { day, unit } = scope.value;
    const asks = { caller, scope: scope.value, kinds: ["member", "applicant"] } as const;
    const subjects = await loadSubjects(tx, services, asks);
    const found = subjects.flatMap(({ facts }) => (matches({ facts, day }) ? [facts] : []));
    const [rows, columns = null] = sides;
    const { language } = asked;
    const table = rows ? tableOf(found, { rows, columns }, { catalogue: services.catalogue, language }) : null;
    return ok({ answer: { count: found.length, table }, unit, day });
  });
}

interface Sides {
  readonly rows: Dimension;
  readonly columns: Dimension | null;
}

/** Sensitive values are masked here as everywhere (A12). */
function tableOf(found: readonly Facts[], { rows, columns }: Sides, around: Parameters<typeof showField>[2]): AskTable {
  const table = crossTable(found, rows, columns);
  const shown = (keys: readonly string[], side: Dimension | null): readonly string[] =>
    side === null || side.bands.length > 0 ? keys : keys.map((key) => shownKey(side, key, around));
  return { rows: shown(table.rows, rows), columns: shown(table.columns, columns), counts: table.counts };
}

function shownKey(
  { address: { definition } }: Dimension,
  key: string,
  around: Parameters<typeof showField>[2],
): string {
  return showField(definition, maskValue(definition, key), around);
}
