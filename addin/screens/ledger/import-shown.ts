import type { Outcome } from "#core/protocol/push.ts";

/** What a workbook would change, or did. */
export interface ImportShown {
  readonly rows: readonly { readonly place: string; readonly value: string; readonly outcome: Outcome }[];
  readonly problems: readonly string[];
}
