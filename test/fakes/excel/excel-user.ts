import type { CellValue } from "#core/sheet/cell.ts";
import { parseRect } from "#test/fakes/workbook/rect.ts";
import { type UserOptions, WorkbookUser } from "#test/fakes/workbook/workbook-user.ts";
import { valueOf, valueTypeOf } from "./classes/range-values.ts";
import type { ExcelHost } from "./excel-host.ts";
import type { CommandResult } from "./wire.ts";

/** The person in front of this Excel, or (origin "remote") a colleague in the same workbook. */
export class ExcelUser extends WorkbookUser {
  readonly #host: ExcelHost;

  constructor(host: ExcelHost, options: UserOptions = {}) {
    super(host.workbook, options);
    this.#host = host;
  }

  /** One cell: Excel tells what stood there before. */
  override type(sheet: string, address: string, entry: CellValue): boolean {
    return this.#typing(sheet, address, () => super.type(sheet, address, entry));
  }
  override typeFormula(sheet: string, address: string, formula: string): boolean {
    return this.#typing(sheet, address, () => super.typeFormula(sheet, address, formula));
  }

  /** Selects the cell with the right button and takes our command from its menu; @returns once the command is done. */
  async rightClick(sheet: string, address: string, command: string): Promise<CommandResult> {
    this.select(sheet, address);
    return await this.#host.runCommand(command);
  }

  #typing(sheet: string, address: string, type: () => boolean): boolean {
    const at = parseRect(address);
    const model = this.#host.workbook.sheet(sheet);
    if (!at) throw new Error(`no address: ${address}`);
    const before = model.cell(at.top, at.left);
    const events = this.#host.eventDesk;
    // The new value is read when the event is put together: after the change.
    events.details = () => {
      const after = model.cell(at.top, at.left);
      return {
        valueBefore: valueOf(before),
        valueAfter: valueOf(after),
        valueTypeBefore: valueTypeOf(before),
        valueTypeAfter: valueTypeOf(after),
      };
    };
    try {
      return type();
    } finally {
      events.details = undefined;
    }
  }
}
