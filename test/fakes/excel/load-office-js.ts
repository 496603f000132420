/// <reference types="@microsoft/office-js/dist/office.d.ts" />

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";
import type { ExcelHost } from "./excel-host.ts";
import { nodeExternal } from "./node-external.ts";
import { makeOfficeWindow } from "./office-window.ts";

export const OFFICE_FOLDER = join(import.meta.dirname, "../../../node_modules/@microsoft/office-js/dist");

export interface LoadedOffice {
  readonly Office: typeof Office;
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  /** Takes the globals back and cuts the library off from its host. */
  dispose(): void;
}

/**
 * Runs the unmodified office.js for Excel on Windows against a fake host and makes `Office`, `Excel` and
 * `OfficeExtension` global, as a page has them. One copy of the library per call; @returns once Office.onReady has answered.
 */
export async function loadOfficeJs(host: ExcelHost): Promise<LoadedOffice> {
  const office = startOfficeJs(host);
  await office.Office.onReady();
  return office;
}

/** As loadOfficeJs, without waiting for a host that may never answer. */
export function startOfficeJs(host: ExcelHost): LoadedOffice {
  const window = makeOfficeWindow({
    hostInfo: host.hostInfo,
    external: nodeExternal(host),
    runScript: (path) => compiled(path)(window.scope),
  });
  compiled("office.js")(window.scope);
  for (const name of NAMES) {
    Object.defineProperty(globalThis, name, { configurable: true, get: () => window.defined[name] });
  }
  return {
    get Office() {
      return window.defined["Office"] as typeof Office;
    },
    get Excel() {
      return window.defined["Excel"] as typeof Excel;
    },
    get OfficeExtension() {
      return window.defined["OfficeExtension"] as typeof OfficeExtension;
    },
    dispose() {
      for (const name of NAMES) Reflect.deleteProperty(globalThis, name);
      host.disconnect();
    },
  };
}

const NAMES = ["Office", "Excel", "OfficeExtension"] as const;
const scripts = new Map<string, (scope: object) => void>();

/** `with` lends the script our window as its global object, and leaves the real one alone. */
function compiled(path: string): (scope: object) => void {
  const known = scripts.get(path);
  if (known !== undefined) return known;
  const text = readFileSync(join(OFFICE_FOLDER, path), "utf8");
  const script = new Script(`(function (scope) { with (scope) { ${text}\n} })`, { filename: path });
  const inside = script.runInThisContext() as (this: object, scope: object) => void;
  const run = (scope: object) => inside.call(scope, scope);
  scripts.set(path, run);
  return run;
}
