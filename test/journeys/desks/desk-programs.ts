import type { DeskSheet } from "#addin/hosts/desk-sheet.ts";
import { ExcelHost } from "#addin/hosts/excel/excel-host.ts";
import { aWpsDesk } from "#test/addin/hosts/wps/wps-desk.ts";
import { ExcelDriver } from "#test/fakes/excel/excel-driver.ts";
import { type ExcelProfile, LTSC_2021, LTSC_2024 } from "#test/fakes/excel/profiles.ts";
import { startExcel } from "#test/fakes/excel/start-excel.ts";
import { memoryDriver } from "#test/fakes/memory-host/memory-driver.ts";
import { MemoryHost } from "#test/fakes/memory-host/memory-host.ts";
import type { WorkbookModel } from "#test/fakes/workbook/workbook-model.ts";
import type { OfficerHands } from "../edit-script.ts";
import { workbookHands } from "./workbook-hands.ts";

/** A desk program with a workbook open and our host beside it. */
export interface RunningProgram {
  readonly host: DeskSheet;
  readonly hands: OfficerHands;
  readonly calls: ProgramCalls;
  /** @throws when the host used something that the program does not have, or left something behind. */
  close(): Promise<void>;
}

/** What the host asks of its program: round trips in Excel, calls in WPS. */
export interface ProgramCalls {
  reset(): void;
  readonly count: number;
  /** The nth call from now on goes wrong, once. */
  failAt(nth: number): void;
  /** What was planned and did not happen will not happen. */
  forgive(): void;
}

/** One after the other: an Excel has its page's globals to itself. */
export interface DeskProgram {
  readonly name: string;
  open(workbook: WorkbookModel): Promise<RunningProgram>;
}

export const EXCEL_2021 = excelOf(LTSC_2021);
export const EXCEL_2024 = excelOf(LTSC_2024);
export const WPS: DeskProgram = { name: "WPS", open: openWps };
/** The least that is a desk; counts nothing and keeps nothing of the officer's own. */
export const MEMORY: DeskProgram = { name: "memory", open: openMemory };

export const DESK_PROGRAMS: readonly DeskProgram[] = [EXCEL_2021, EXCEL_2024, WPS];

function excelOf(profile: ExcelProfile): DeskProgram {
  return { name: `Excel ${profile.name}`, open: (workbook) => openExcel(profile, workbook) };
}

async function openExcel(profile: ExcelProfile, workbook: WorkbookModel): Promise<RunningProgram> {
  workbook.calculation = "automatic";
  const excel = await startExcel({ profile, workbook });
  // Nobody waits for a cell in edit in these tests.
  const host = new ExcelHost(async () => undefined);
  await host.open();
  const { counters, faults } = excel.host;
  return {
    host,
    hands: workbookHands(workbook, new ExcelDriver(excel.host)),
    calls: {
      reset: () => counters.reset(),
      get count() {
        return counters.spent.syncs;
      },
      failAt: (nth) => faults.failWithCode("GeneralException", { after: nth - 1, afterActions: 2 }),
      forgive: () => faults.clear(),
    },
    async close() {
      await host.close();
      const { listeners } = excel.host.held;
      excel.close();
      if (listeners > 0) throw new Error(`${listeners} listeners were left in Excel`);
    },
  };
}

async function openWps(workbook: WorkbookModel): Promise<RunningProgram> {
  workbook.calculation = "automatic";
  const desk = aWpsDesk(workbook);
  const { host, fake, driver } = desk;
  return {
    host,
    hands: workbookHands(workbook, driver),
    calls: {
      reset: () => fake.gate.startCounting(),
      get count() {
        return fake.gate.calls;
      },
      failAt: (nth) => fake.gate.failAt(nth),
      forgive: () => fake.gate.failAt(null),
    },
    close: () => desk.dispose(),
  };
}

async function openMemory(workbook: WorkbookModel): Promise<RunningProgram> {
  const host = new MemoryHost(workbook);
  return {
    host,
    hands: workbookHands(workbook, memoryDriver(host)),
    calls: { reset: () => undefined, count: 0, failAt: () => undefined, forgive: () => undefined },
    close: () => host.close(),
  };
}
