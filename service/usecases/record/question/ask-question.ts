import { ok, type Result } from "#core/kernel/result.ts";
import type { FieldCatalogue } from "#core/people/field/field-catalogue.ts";
import { showField } from "#core/people/field/show-field.ts";
import type { Facts } from "#core/people/person/facts.ts";
import { predicateOf } from "#core/people/question/answer.ts";
import { crossTable, parseDimension, type Dimension } from "#core/people/question/cross-table.ts";
import { parseQuestion } from "#core/people/question/parse-question.ts";
import { vocabularyOf } from "#core/people/question/vocabulary.ts";
import type { AskAnswer } from "#core/protocol/records.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { loadSubjects } from "../roster/load-subjects.ts";
import { unitScope, type AskedUnit } from "../unit-scope.ts";

export interface AskedCount extends AskedUnit {
  readonly condition: string;
  readonly rows?: string | undefined;
  readonly columns?: string | undefined;
}

type AskServices = Pick<Services, "store" | "catalogue" | "procedureRules">;

/** How many a condition holds for, and a cross-table where two fields are named (M22). */
export async function askQuestion(
  services: AskServices,
  caller: Caller,
  asked: AskedCount,
): Promise<Result<AskAnswer, AnyRefusal>> {
  const vocabulary = vocabularyOf(services.catalogue, "person");
  const condition = parseQuestion(asked.condition, vocabulary);
  if (!condition.ok) return condition;
  const sides: Dimension[] = [];
  for (const text of asked.rows && asked.columns ? [asked.rows, asked.columns] : []) {
    const side = parseDimension(text, vocabulary);
    if (!side.ok) return side;
    sides.push(side.value);
  }
  const matches = predicateOf(condition.value);
  return await services.store.read(async (tx): Promise<Result<AskAnswer, AnyRefusal>> => {
    const scope = await unitScope(tx, caller, asked);
    if (!scope.ok) return scope;
    const { day } = scope.value;
    const subjects = await loadSubjects(tx, services, { scope: scope.value, kinds: ["member", "applicant"] });
    const found = subjects.flatMap(({ facts }) => (matches({ facts, day }) ? [facts] : []));
    const [rows, columns] = sides;
    const table = rows && columns ? tableOf(found, { rows, columns }, services.catalogue) : null;
    return ok({ count: found.length, table });
  });
}

interface Sides {
  readonly rows: Dimension;
  readonly columns: Dimension;
}

function tableOf(found: readonly Facts[], { rows, columns }: Sides, catalogue: FieldCatalogue): AskAnswer["table"] {
  const table = crossTable(found, rows, columns);
  const shown = (keys: readonly string[], { address, bands }: Dimension): readonly string[] =>
    bands.length > 0 ? keys : keys.map((key) => showField(address.definition, key, { catalogue, language: "zh-CN" }));
  return { rows: shown(table.rows, rows), columns: shown(table.columns, columns), counts: table.counts };
}
