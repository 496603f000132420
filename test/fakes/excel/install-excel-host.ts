import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { contextFacts } from "./context-facts.ts";
import type { ExcelHost } from "./excel-host.ts";
import { OFFICE_FOLDER } from "./load-office-js.ts";
import { makeExternal } from "./make-external.ts";
import type { HostCall, HostEvent } from "./wire.ts";

/** Names that the page and this process call each other by. */
const CALL = "__excelExecute";
const SETTINGS = "__excelSettings";
const TELL = "__excelTell";

/**
 * Makes a page of Chromium the pane of that Excel: before any script, `window.external` is there. The host itself stays in
 * this process, so a test sees its workbook, its budgets and its faults. Open the page with `excelQuery(host)` behind its address.
 */
export async function installExcelHost(page: Page, host: ExcelHost): Promise<void> {
  await page.exposeBinding(
    CALL,
    async (_source, dispatch: number, parameters: readonly unknown[]): Promise<HostCall> => {
      // A host that is silent never answers.
      return host.execute(dispatch, parameters) ?? (await new Promise<HostCall>(() => undefined));
    },
  );
  await page.exposeBinding(SETTINGS, (_source, entries: readonly (readonly [string, string])[]) => {
    host.settings.clear();
    for (const [key, value] of entries) host.settings.set(key, value);
  });
  await page.addInitScript({ content: initScript(host) });
  const stop = host.onEvent((event) => void tell(page, event));
  page.once("close", stop);
}

/** What Excel puts behind the address of a pane. */
export function excelQuery(host: ExcelHost): string {
  return `?_host_Info=${encodeURIComponent(host.hostInfo)}`;
}

/** For pages without a service: serves office.js below that address from the package. */
export async function routeOfficeJs(page: Page, base: string): Promise<void> {
  await page.route(`${base}**`, async (route) => {
    const path = new URL(route.request().url()).href.slice(base.length).replace(/[?#].*$/, "");
    await route.fulfill({ body: await readFile(join(OFFICE_FOLDER, path)), contentType: "text/javascript" });
  });
}

function initScript(host: ExcelHost): string {
  const facts = JSON.stringify(contextFacts(host));
  const settings = JSON.stringify([...host.settings]);
  return `(() => {
    const listeners = [];
    window.${TELL} = (event) => { for (const listener of listeners) listener(event); };
    const external = (${makeExternal.toString()})({
      facts: ${facts},
      readSettings: () => ${settings},
      writeSettings: (entries) => void window.${SETTINGS}(entries),
      execute: (dispatch, parameters, answer) => void window.${CALL}(dispatch, parameters).then(answer),
      onEvent: (listener) => void listeners.push(listener),
    });
    Object.defineProperty(window, "external", { configurable: true, value: external });
  })();`;
}

async function tell(page: Page, event: HostEvent): Promise<void> {
  try {
    await page.evaluate(
      ({ name, told }) => (window as unknown as Record<string, (event: unknown) => void>)[name]?.(told),
      { name: TELL, told: event },
    );
  } catch (error) {
    // A page that is being closed or loaded again hears nothing, as a pane does.
    const isLeaving = error instanceof Error && /closed|destroyed|navigation/i.test(error.message);
    if (!isLeaving) throw error;
  }
}
