import type { AuditWords } from "#addin/wording/accounts/audit-words.ts";
import type { AuditVerdict } from "#core/protocol/audit.ts";

export function sayVerdict({ verdicts }: AuditWords, verdict: AuditVerdict): string {
  switch (verdict.code) {
    case "intact":
      return verdicts.intact(verdict.entries);
    case "broken":
      return verdicts[verdict.what](verdict.at);
    case "cut":
      return verdicts.cut(verdict.entries, verdict.anchored);
    case "anchor-mismatch":
      return verdicts["anchor-mismatch"](verdict.at);
    case "anchor-missing":
      return verdicts["anchor-missing"](verdict.entries);
  }
}

/** A chain that cannot be compared is no proof of tampering, yet no proof against it. */
export function weightOf(verdict: AuditVerdict): "success" | "warning" | "error" {
  if (verdict.code === "intact") return "success";
  return verdict.code === "anchor-missing" ? "warning" : "error";
}
