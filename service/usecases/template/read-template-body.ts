import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { parseTemplate } from "#core/ledger/template/parse-template.ts";
import type { TemplateBody } from "#core/ledger/template/template.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";

/** Data from a client or a shipped file as a sound template; all problems at once, each with its place. */
export function readTemplateBody(data: unknown): Result<TemplateBody, AnyRefusal> {
  const parsed = parseTemplate(data);
  return parsed.ok ? ok(parsed.value) : refuse({ code: "template-invalid", problems: parsed.refusal.problems });
}
