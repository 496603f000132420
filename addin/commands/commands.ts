/** The buttons of the ribbon tab 党务台账 and of the cell's context menu; ids stand in manifest.xml and ribbon.xml too. */
export const COMMAND_IDS = [
  "signIn",
  "open",
  "refresh",
  "changes",
  "send",
  "checks",
  "drillDown",
  "override",
  "restore",
  "evidence",
  "history",
  "compare",
  "export",
  "help",
] as const;

export type CommandId = (typeof COMMAND_IDS)[number];

/** Of the cell's context menu, in its order. */
export const CONTEXT_COMMANDS = ["drillDown", "history", "restore"] as const satisfies readonly CommandId[];

export function isCommandId(text: string): text is CommandId {
  return (COMMAND_IDS as readonly string[]).includes(text);
}
