import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { LedgerRefusal } from "./ledger-refusal.ts";
import { TEXT_LIMITS } from "./template-check/check-text.ts";
import type { TemplateBody } from "./template/template.ts";

/** May a ledger's owner put this text into this column of his own ledger (L2)? The value is the text as it is kept. */
export function checkRewording(
  { columns }: Pick<TemplateBody, "columns">,
  column: string,
  text: string,
): Result<string, LedgerRefusal> {
  const found = columns.find(({ key }) => key === column);
  if (!found) return refuse({ code: "unknown-field", field: column });
  if (!found.rewordable) return refuse({ code: "text-not-rewordable", column: found.title });
  // Excel writes a line break inside a cell as one or two characters; a workbook cannot hold other control characters.
  const kept = text.replace(/\r\n?/gu, "\n").replace(/(?![\t\n])\p{Cc}|\p{Cs}/gu, "");
  return kept.length > TEXT_LIMITS.itemText ? refuse({ code: "text-too-long", most: TEXT_LIMITS.itemText }) : ok(kept);
}
