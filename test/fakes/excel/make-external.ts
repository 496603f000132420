import type { ContextFacts, HostCall, HostEvent } from "./wire.ts";

/** The way from a page to the host, in Node a call, in Chromium a binding. */
export interface HostLine {
  readonly facts: ContextFacts;
  /** Names and JSON of Office.context.document.settings. */
  readSettings(): readonly (readonly [string, string])[];
  writeSettings(entries: readonly (readonly [string, string])[]): void;
  execute(dispatch: number, parameters: readonly unknown[], answer: (call: HostCall) => void): void;
  onEvent(listener: (event: HostEvent) => void): void;
}

type Listener = (dispatch: number, payload: unknown) => void;

/**
 * `window.external` as Excel on Windows defines it. Runs in Node and, turned into text, in a page: so it uses nothing
 * from outside itself.
 */
export function makeExternal(line: HostLine): object {
  const listeners = new Map<string, Listener>();
  // A SafeArray of COM, as far as the library looks into it.
  const safeArray = (entries: readonly unknown[]): object => ({ toArray: () => entries.slice(), dimensions: () => 1 });
  line.onEvent((event) => {
    if (event.type === "command") {
      listeners.get("39 ")?.(39, safeArray([event.id, event.name, event.source]));
      return;
    }
    listeners.get("33 ")?.(33, safeArray(event.entries));
  });
  const settings = {
    Read: (keys: string[], values: string[]) => {
      for (const [key, value] of line.readSettings()) {
        keys.push(key);
        values.push(value);
      }
    },
    Write: (keys: readonly string[], values: readonly string[]) =>
      line.writeSettings(keys.map((key, at) => [key, values[at] ?? ""])),
  };
  const context: Record<string, unknown> = { GetSettings: () => settings };
  for (const [name, answer] of Object.entries(line.facts.answers)) context[name] = () => answer;
  return {
    GetHostInfo: () => line.facts.hostInfo,
    GetContext: () => {
      if (line.facts.neverReady) throw new Error("no Excel behind this page");
      return context;
    },
    Execute: (dispatch: number, parameters: readonly unknown[], answer: (value: unknown) => void) => {
      line.execute(dispatch, parameters, ({ status, body }) => {
        const entries: readonly unknown[] = body === undefined ? [status] : [status, [200, [], body]];
        answer(safeArray(entries));
      });
    },
    RegisterEvent: (...given: readonly [number, string, Listener, (status: number) => void]) => {
      const [dispatch, target, listener, done] = given;
      listeners.set(`${dispatch} ${target}`, listener);
      done(0);
    },
    UnregisterEvent: (dispatch: number, target: string, done: (status: number) => void) => {
      listeners.delete(`${dispatch} ${target}`);
      done(0);
    },
  };
}
