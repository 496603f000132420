import { contextFacts } from "./context-facts.ts";
import type { ExcelHost } from "./excel-host.ts";
import { makeExternal } from "./make-external.ts";

/** `window.external` for office.js in this process. */
export function nodeExternal(host: ExcelHost): object {
  return makeExternal({
    facts: contextFacts(host),
    readSettings: () => [...host.settings],
    writeSettings: (entries) => {
      host.settings.clear();
      for (const [key, value] of entries) host.settings.set(key, value);
    },
    // Answered later, like everything that crosses from Excel to the page.
    execute: (dispatch, parameters, answer) => {
      setImmediate(() => {
        const call = host.execute(dispatch, parameters);
        if (call) answer(call);
      });
    },
    onEvent: (listener) => void host.onEvent(listener),
  });
}
