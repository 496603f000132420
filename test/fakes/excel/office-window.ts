/** What office.js finds around it when no browser is there: just enough to load its parts and to poll. */
export interface OfficeWindow {
  readonly scope: object;
  /** Everything that a script of the library or our code defined on `window`. */
  readonly defined: Readonly<Record<string, unknown>>;
}

export interface OfficeWindowOptions {
  readonly hostInfo: string;
  readonly external: object;
  /** Runs a file of the library by its path below `dist`, in this window. */
  readonly runScript: (path: string) => void;
}

/** Where the page pretends to have loaded office.js from; nothing is ever fetched from it. */
export const OFFICE_BASE = "https://desk.test/office/";

/**
 * A window for one run of office.js. Names it defines go to `defined` and die with it; what it only reads (Array, JSON,
 * Promise ...) is the process's own, so that arrays that come out of it are equal to arrays of a test.
 */
export function makeOfficeWindow(options: OfficeWindowOptions): OfficeWindow {
  const defined: Record<string, unknown> = {};
  const scope: object = new Proxy(defined, {
    has: (_, name) => typeof name === "string",
    get: (_, name) => (typeof name === "symbol" ? undefined : lookUp(defined, name)),
    set: (_, name, value) => {
      defined[String(name)] = value;
      return true;
    },
  });
  Object.assign(defined, {
    ...{ window: scope, self: scope, top: scope, parent: scope, globalThis: scope },
    document: makeDocument(options.runScript),
    external: options.external,
    location: makeLocation(options.hostInfo),
    navigator: {
      userAgent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Edg/120.0",
      language: "zh-CN",
      platform: "Win32",
    },
    history: { pushState: () => undefined, replaceState: () => undefined },
    sessionStorage: makeStorage(),
    localStorage: makeStorage(),
    console: { log: () => undefined, warn: () => undefined, error: () => undefined, info: () => undefined },
    ...timers(),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    name: "",
  });
  return { scope, defined };
}

// Names of Node that the library must not find: it would take them for signs of another platform, or reach outside.
const HIDDEN: ReadonlySet<string> = new Set([
  "process",
  "global",
  "require",
  "module",
  "exports",
  "fetch",
  "Buffer",
  "WebSocket",
]);

function lookUp(defined: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(defined, name)) return defined[name];
  return HIDDEN.has(name) ? undefined : (globalThis as Readonly<Record<string, unknown>>)[name];
}

function makeDocument(runScript: (path: string) => void): object {
  const head = {
    appendChild(script: ScriptElement) {
      setImmediate(() => {
        const path = script.src?.startsWith(OFFICE_BASE) === true ? script.src.slice(OFFICE_BASE.length) : undefined;
        if (path === undefined) script.onerror?.();
        else {
          runScript(path);
          script.onload?.();
        }
      });
    },
  };
  // As our pane has it: else a command named like a thing of the window ("open", "history") would run that instead.
  const own = {
    src: `${OFFICE_BASE}office.js`,
    getAttribute: (name: string) => (name === "data-use-associated-actions-only" ? "1" : null),
  };
  return {
    readyState: "complete",
    hasFocus: () => true,
    cookie: "",
    head,
    body: head,
    getElementsByTagName: (tag: string) => (tag === "head" ? [head] : tag === "script" ? [own] : []),
    getElementById: () => null,
    createElement: () => ({ setAttribute: () => undefined }),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  };
}

interface ScriptElement {
  readonly src?: string;
  readonly onload?: () => void;
  readonly onerror?: () => void;
}

function makeLocation(hostInfo: string): object {
  const search = `?_host_Info=${encodeURIComponent(hostInfo)}`;
  const href = `https://desk.test/excel.html${search}`;
  const url = new URL(href);
  return {
    href,
    search,
    hash: "",
    protocol: url.protocol,
    host: url.host,
    hostname: url.hostname,
    pathname: url.pathname,
    origin: url.origin,
  };
}

function makeStorage(): object {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    get length() {
      return kept.size;
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
  };
}

/** The library polls and times out for longer than a test lives; its timers must not keep the process up. */
function timers(): object {
  const later =
    (start: (run: () => void, delay?: number) => NodeJS.Timeout) =>
    (run: unknown, delay?: number, ...rest: unknown[]) => {
      const timer = start(() => {
        if (typeof run === "function") (run as (...values: unknown[]) => void)(...rest);
      }, delay);
      timer.unref();
      return timer;
    };
  return { setTimeout: later(setTimeout), setInterval: later(setInterval), clearTimeout, clearInterval };
}
