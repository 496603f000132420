import { ok, type Result } from "#core/kernel/result.ts";
import type { RecordFields } from "#core/protocol/records/records.ts";
import type { Services } from "#service/usecases/services.ts";
import { codesOf } from "../roster/shown-facts.ts";

/** What a question about people may name, and the values of codes (M22). */
export function listFields({ catalogue }: Pick<Services, "catalogue">): Result<RecordFields, never> {
  const fields = catalogue.person;
  return ok({ fields, codes: codesOf(fields, catalogue) });
}
