import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { COMMAND_IDS } from "#addin/commands/commands.ts";
import type { DeskMissing, DeskStorage, OpenDesk, OpensDesk } from "../open-desk.ts";
import { ExcelHost } from "./excel-host.ts";

/** What we need; Excel LTSC 2021 has it. */
const NEEDS = { ExcelApi: "1.14", SharedRuntime: "1.1" } as const;
/** Newer ones tell us nothing. */
const NEWEST = 20;
const SILENT_AFTER_SECONDS = 8;

/** office.js comes from the page's own script tag: unmodified, from the service, never bundled. */
export const openExcel: OpensDesk = () => openWithin(SILENT_AFTER_SECONDS);

/** @param seconds after which a host that does not answer counts as silent */
export async function openWithin(seconds: number): Promise<Result<OpenDesk, DeskMissing>> {
  if (!("Office" in globalThis)) return refuse({ code: "office-js-missing" });
  const ready = await Promise.race([Office.onReady(), silence(seconds)]);
  if (ready === null) return refuse({ code: "host-silent", seconds });
  if (ready.host !== Office.HostType.Excel) return refuse({ code: "not-in-host", wanted: "excel" });
  const { requirements } = Office.context;
  if (!Object.entries(NEEDS).every(([set, version]) => requirements.isSetSupported(set, version)))
    return refuse({ code: "host-too-old", needs: setsText(NEEDS), has: setsText({ ExcelApi: newestExcelApi() }) });
  const onCommand = associateCommands(COMMAND_IDS);
  const sheet = new ExcelHost();
  await sheet.open();
  return ok({ kind: "excel", sheet, storage: deskStorage(), onCommand });
}

function silence(seconds: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), seconds * 1_000));
}

function setsText(sets: Readonly<Record<string, string>>): string {
  return Object.entries(sets)
    .map(([set, version]) => `${set} ${version}`)
    .join(", ");
}

function newestExcelApi(): string {
  for (let minor = NEWEST; minor > 0; minor -= 1) {
    if (Office.context.requirements.isSetSupported("ExcelApi", `1.${minor}`)) return `1.${minor}`;
  }
  return "-";
}

/** Ribbon and context menu. A command may be given before anybody listens: the pane that it opens has to come up first. */
function associateCommands(ids: readonly string[]): OpenDesk["onCommand"] {
  const listeners = new Set<(id: string) => void>();
  let waiting: string[] = [];
  for (const id of ids) {
    const run = async (event: Office.AddinCommands.Event): Promise<void> => {
      try {
        await Office.addin.showAsTaskpane();
        if (listeners.size === 0) waiting.push(id);
        for (const listener of listeners) listener(id);
      } finally {
        event.completed();
      }
    };
    Office.actions.associate(id, (event: Office.AddinCommands.Event) => void run(event));
  }
  return (listener) => {
    listeners.add(listener);
    for (const id of waiting) listener(id);
    waiting = [];
    return () => listeners.delete(listener);
  };
}

/** Where the browser forbids storage to pages of others, even asking for it throws. */
function deskStorage(): DeskStorage | null {
  const probe = "taizhang-probe";
  try {
    const { localStorage } = globalThis;
    localStorage.setItem(probe, probe);
    localStorage.removeItem(probe);
    return localStorage;
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}
