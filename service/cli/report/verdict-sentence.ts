import type { ChainVerdict } from "#service/ports/audit.ts";

/** What a walk along the audit chain found. */
export function verdictSentence(verdict: ChainVerdict): string {
  switch (verdict.code) {
    case "intact":
      return `intact: ${String(verdict.entries)} entries, head ${verdict.head} 审计链完整`;
    case "broken":
      return `broken at entry ${String(verdict.at)} (${verdict.what}) 审计链在此处被改动`;
    case "cut":
      return `cut: ${String(verdict.entries)} entries, but ${String(verdict.anchored)} were anchored 审计链末尾被删去`;
    case "anchor-mismatch":
      return `entry ${String(verdict.at)} is not the one that was anchored 与锚点不符`;
    case "anchor-missing":
      return `${String(verdict.entries)} entries, but the anchor outside the database is missing 锚点文件缺失`;
  }
}
