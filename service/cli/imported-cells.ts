import type { ImportedCell } from "#core/protocol/push.ts";
import { sayRefusal } from "#core/wording/say-refusal.ts";

/** Whether all that somebody changed in a workbook is in the service now, so that a script notices when it is not. */
export function haveArrived(cells: readonly ImportedCell[]): boolean {
  return cells.every(({ outcome }) => outcome.result === "accepted" || outcome.result === "unchanged");
}

/** "q1.score: 5 -> 6  accepted 已接受" */
export function importedLine({ field, base, value, outcome }: ImportedCell): string {
  return `${field}: ${String(base ?? "")} -> ${String(value ?? "")}  ${outcomeText(outcome)}`;
}

function outcomeText(outcome: ImportedCell["outcome"]): string {
  switch (outcome.result) {
    case "accepted":
      return "accepted 已接受";
    case "unchanged":
      return "unchanged 无变化";
    case "refused":
      return `refused 退回: ${sayRefusal("zh-CN", outcome.refusal)} (${outcome.refusal.code})`;
    case "conflict":
      return `conflict 冲突: 现为 ${outcome.theirs ?? ""}，${outcome.who} ${outcome.at}`;
  }
}
