import type { Stage } from "#core/ledger/window.ts";
import { parseDay } from "#core/kernel/instant.ts";
import type { WindowView } from "#core/protocol/ledgers.ts";

export interface ExtensionDraft {
  readonly unitId: string;
  readonly stage: Stage;
  readonly to: string;
}

export type ExtensionProblem = "unit" | "not-set" | "not-later";

/** An extension only lengthens a stage that was set (L15). */
export function checkExtension(draft: ExtensionDraft, view: WindowView): ExtensionProblem | undefined {
  if (draft.unitId === "") return "unit";
  const span = view.spans[draft.stage];
  if (!span) return "not-set";
  return parseDay(draft.to) === undefined || draft.to <= span.to ? "not-later" : undefined;
}
