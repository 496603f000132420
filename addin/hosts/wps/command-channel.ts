import type { WpsPluginStorage } from "./wps-application.ts";

/**
 * The hidden page has the ribbon, each window with a workbook may have a pane: they share nothing but PluginStorage. Panes have
 * numbers, which stand in their address; a command is for one of them, because all of them look.
 */
const PANES = "taizhang.panes";
const NUMBER = "pane";

export interface KnownPane {
  readonly number: number;
  /** As the program calls it. */
  readonly id: number;
  /** Full name of the workbook that it stands beside; it follows when the officer saves under another name. */
  readonly book: string;
}

/** The same button twice is two commands: each has its turn. */
export function giveCommand(storage: WpsPluginStorage, pane: number, id: string): void {
  const { turn } = commandFor(storage, pane);
  storage.setItem(commandKey(pane), JSON.stringify({ id, turn: turn + 1 }));
}

/** @returns undefined when there is none that this pane has not taken yet */
export function takeCommand(storage: WpsPluginStorage, pane: number): string | undefined {
  const { id, turn } = commandFor(storage, pane);
  if (id === null) return undefined;
  storage.setItem(commandKey(pane), JSON.stringify({ id: null, turn }));
  return id;
}

/** Youngest first. */
export function panesIn(storage: WpsPluginStorage): readonly KnownPane[] {
  const numbers = Array.from({ length: lastNumber(storage) }, (_, at) => at + 1);
  return numbers.toReversed().flatMap((number) => {
    const { id, book } = factsAt(storage, paneKey(number));
    return typeof id === "number" && typeof book === "string" ? [{ number, id, book }] : [];
  });
}

export function nextNumber(storage: WpsPluginStorage): number {
  const number = lastNumber(storage) + 1;
  storage.setItem(PANES, String(number));
  return number;
}

export function rememberPane(storage: WpsPluginStorage, { number, id, book }: KnownPane): void {
  storage.setItem(paneKey(number), JSON.stringify({ id, book }));
}

/** Told by the pane itself. */
export function rememberBook(storage: WpsPluginStorage, number: number, book: string): void {
  const { id, book: known } = factsAt(storage, paneKey(number));
  if (typeof id === "number" && known !== book) rememberPane(storage, { number, id, book });
}

export function paneAddress(page: string, number: number): string {
  const address = new URL("/wps.html", page);
  address.searchParams.set(NUMBER, String(number));
  return address.href;
}

/** @returns 0 for a page that no button opened: there are no commands for it. */
export function paneNumber(address: string): number {
  const number = Number(new URL(address).searchParams.get(NUMBER) ?? "");
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
}

function lastNumber(storage: WpsPluginStorage): number {
  const number = Number(storage.getItem(PANES) ?? "");
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
}

function commandFor(storage: WpsPluginStorage, pane: number): { readonly id: string | null; readonly turn: number } {
  const { id, turn } = factsAt(storage, commandKey(pane));
  return { id: typeof id === "string" ? id : null, turn: typeof turn === "number" ? turn : 0 };
}

function factsAt(storage: WpsPluginStorage, key: string): Readonly<Record<string, unknown>> {
  const text = storage.getItem(key);
  return typeof text === "string" && text !== "" ? (JSON.parse(text) as Readonly<Record<string, unknown>>) : {};
}

function commandKey(pane: number): string {
  return `taizhang.command.${pane}`;
}

function paneKey(pane: number): string {
  return `taizhang.pane.${pane}`;
}
