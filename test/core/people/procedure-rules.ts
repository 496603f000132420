import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ProcedureRules } from "#core/people/procedure/procedure-rules.ts";
import { procedureRulesSchema } from "#core/protocol/records/procedure-rules.ts";

const FILE = join(import.meta.dirname, "..", "..", "..", "templates", "records", "procedure-rules.json");

/** The rules as they come along. */
export const RULES: ProcedureRules = procedureRulesSchema.parse(JSON.parse(readFileSync(FILE, "utf8")));
