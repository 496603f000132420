import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ProcedureRules } from "#core/people/procedure/procedure-rules.ts";
import { procedureRulesSchema } from "#core/protocol/records/procedure-rules.ts";

/** Reads templates/records/procedure-rules.json. @throws when it is missing or wrong: nothing works without it. */
export async function loadProcedureRules(templates: string): Promise<ProcedureRules> {
  const text = await readFile(join(templates, "records", "procedure-rules.json"), "utf8");
  return procedureRulesSchema.parse(JSON.parse(text));
}
