import type { EventEntry } from "./event-desk.ts";

/** Numbers of calls and events between office.js and Excel on Windows. */
export const DISPATCH = { richApi: 93, commandCompleted: 94 } as const;
export const EVENT_DISPATCH = { richApi: 33, command: 39 } as const;

/** The answer to Execute; a status other than 0 says why nothing was done. */
export interface HostCall {
  readonly status: number;
  readonly body?: string;
  /** For the counters. */
  readonly failure?: string;
}

export type HostEvent =
  | { readonly type: "messages"; readonly entries: readonly EventEntry[] }
  | { readonly type: "command"; readonly id: string; readonly name: string; readonly source: string };

export interface CommandResult {
  /** 0: done. */
  readonly status: number;
  readonly data: string;
}

/** What office.js asks once, when it starts; everything in it is plain data, so that a page can have it too. */
export interface ContextFacts {
  readonly hostInfo: string;
  /** The library is told nothing, as by a page that still has the address of an Excel that is gone. */
  readonly neverReady: boolean;
  readonly answers: Readonly<Record<string, string | number>>;
}
