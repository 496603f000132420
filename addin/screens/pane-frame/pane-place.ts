import type { PaneWords } from "#addin/wording/pane/pane-zh.ts";

/** Where one is in the pane. */
export type PanePlace = keyof PaneWords["places"];

/** Always one tap away. */
export const TAB_PLACES = [
  "home",
  "open",
  "changes",
  "findings",
  "cell",
  "evidence",
] as const satisfies readonly PanePlace[];

/** On the home place. */
export const FURTHER_PLACES = [
  "talk",
  "drill",
  "compare",
  "export",
  "notices",
  "personal",
  "connection",
  "help",
] as const satisfies readonly PanePlace[];
