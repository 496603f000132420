import { HostFailure } from "../host-failure.ts";
import { codeOf, hostFailureOf, IN_CELL_EDIT } from "./excel-failure.ts";

export type Pause = (milliseconds: number) => Promise<void>;

/** While somebody types into a cell, Excel takes nothing: five seconds in all. */
const EDIT_WAITS = [250, 375, 560, 840, 1_260, 1_700];

/** One user action's talk with Excel: each step is queued whole and synchronised once. */
export class ExcelRun {
  readonly context: Excel.RequestContext;
  readonly #pause: Pause;

  constructor(context: Excel.RequestContext, pause: Pause) {
    this.context = context;
    this.#pause = pause;
  }

  /**
   * @param queue is asked again when a cell is being edited: Excel did nothing of it then
   * @param place of the failure, where one is known
   */
  async step<T>(queue: (workbook: Excel.Workbook) => T, place?: HostFailure["place"]): Promise<T> {
    for (const wait of [...EDIT_WAITS, 0]) {
      const queued = queue(this.context.workbook);
      try {
        await this.context.sync();
        return queued;
      } catch (error) {
        if (codeOf(error) !== IN_CELL_EDIT || wait === 0) throw await this.#named(error, place);
      }
      await this.#pause(wait);
    }
    throw new HostFailure("cell-in-edit");
  }

  /** As step, for a caller that knows what to do about Excel's own codes. */
  async attempt<T>(queue: (workbook: Excel.Workbook) => T): Promise<T> {
    const queued = queue(this.context.workbook);
    await this.context.sync();
    return queued;
  }

  /** A workbook that may only be read denies like a protected sheet. */
  async #named(error: unknown, place: HostFailure["place"]): Promise<Error> {
    const failure = hostFailureOf(error, place);
    if (!(failure instanceof HostFailure) || failure.code !== "sheet-protected") return failure;
    const { workbook } = this.context;
    workbook.load("readOnly");
    try {
      await this.context.sync();
    } catch (second) {
      if (second instanceof Error) return failure;
      throw second;
    }
    return workbook.readOnly ? new HostFailure("workbook-read-only", failure.detail) : failure;
  }
}

/** One Excel.run for one user action. @throws HostFailure */
export async function runExcel<T>(work: (run: ExcelRun) => Promise<T>, pause: Pause): Promise<T> {
  try {
    return await Excel.run((context) => work(new ExcelRun(context, pause)));
  } catch (error) {
    throw hostFailureOf(error);
  }
}

export function pauseFor(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
