import { checkReason, LEAST_REASON } from "#core/ledger/item-rules/check-reason.ts";
import { textChecksum } from "#core/sheet/snapshot/text-checksum.ts";
import type { RecordRefusal } from "../record-refusal.ts";
import type { Finding } from "./record-check.ts";

type ExplanationRefusal = Extract<
  RecordRefusal,
  { readonly code: "explanation-too-short" | "explanation-empty-phrase" }
>;

/** At least six characters that say something: not 情况属实, not the same few characters, not figures alone (M21). */
export function checkExplanation(text: string): ExplanationRefusal | undefined {
  const refusal = checkReason(text);
  if (!refusal) return undefined;
  return refusal.code === "reason-required"
    ? { code: "explanation-too-short", least: LEAST_REASON }
    : { code: "explanation-empty-phrase" };
}

/**
 * What an explanation is bound to: the values its check reads. Another value needs another explanation; the passing of time
 * (one more month unpaid, a year older) does not. Sensitive values are never part of it, not even hashed.
 */
export function valueKey({ check, fields, facts }: Pick<Finding, "check" | "fields" | "facts">): string {
  return textChecksum(JSON.stringify([check, ...fields.map((key) => (key === "age" ? "" : (facts[key] ?? "")))]));
}
