import type { WpsPluginStorage } from "./wps-application.ts";

/** The hidden page has the ribbon, the pane has the program: they share nothing but PluginStorage. */
const COMMAND = "taizhang.command";
const PANE = "taizhang.pane";

/** The same button twice is two commands: each has its turn. */
export function giveCommand(storage: WpsPluginStorage, id: string): void {
  const [, turn] = parsed(storage);
  storage.setItem(COMMAND, JSON.stringify({ id, turn: turn + 1 }));
}

/** @returns undefined when there is none that nobody took yet */
export function takeCommand(storage: WpsPluginStorage): string | undefined {
  const [id, turn] = parsed(storage);
  if (id === null) return undefined;
  storage.setItem(COMMAND, JSON.stringify({ id: null, turn }));
  return id;
}

export function paneIn(storage: WpsPluginStorage): number | undefined {
  const id = Number(storage.getItem(PANE) ?? "");
  return Number.isInteger(id) && id > 0 ? id : undefined;
}

export function rememberPane(storage: WpsPluginStorage, id: number): void {
  storage.setItem(PANE, String(id));
}

function parsed(storage: WpsPluginStorage): readonly [id: string | null, turn: number] {
  const text = storage.getItem(COMMAND);
  if (typeof text !== "string" || text === "") return [null, 0];
  const facts = JSON.parse(text) as { readonly id?: unknown; readonly turn?: unknown };
  return [typeof facts.id === "string" ? facts.id : null, typeof facts.turn === "number" ? facts.turn : 0];
}
