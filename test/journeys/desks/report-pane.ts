import assert from "node:assert/strict";
import type { CommandId } from "#addin/commands/commands.ts";
import type { PanePlace } from "#addin/screens/pane-frame/pane-place.ts";
import { ReportClient } from "#addin/service-client/report-client.ts";
import type { Answer } from "#addin/service-client/client-refusal.ts";
import { reportSubject } from "#addin/session/report/report-subject.ts";
import { unforce } from "#addin/taskpane/reports/unforce.ts";
import { reportCellIn } from "#addin/taskpane/reports/use-report-cell.ts";
import { runCommand } from "#addin/taskpane/desk/run-command.ts";
import { paneWords } from "#addin/wording/pane/pane-words.ts";
import { addressOf } from "#core/sheet/cell-address.ts";
import type { ContrastView, DrillView } from "#core/protocol/report/report-tracing.ts";
import type { CellValue } from "#core/sheet/cell.ts";
import { keysOfReportCell, reportCellOfKeys, tableSheetKey } from "#core/sheet/report/report-places.ts";
import type { ReportAsk, ReportFindingView } from "#core/sheet/report/report-view.ts";
import type { DrivenCell } from "#test/contracts/sheet-host.ts";
import { isCellError } from "#test/fakes/workbook/cell-model.ts";
import type { WorkbookModel } from "#test/fakes/workbook/workbook-model.ts";
import type { OpenPane } from "./office-desk.ts";
import { nextTurns } from "./next-turns.ts";
import { findCell, findSheet } from "./workbook-hands.ts";

/** "2!C4" by the keys of its sheet. */
export function cellOf(address: string): DrivenCell {
  return keysOfReportCell(address) ?? assert.fail(`no cell ${address}`);
}

/** Of every number that the report has: what stands in the workbook, calculated there. */
export function shownNumbers(workbook: WorkbookModel, tables: readonly number[]): ReadonlyMap<string, CellValue> {
  return new Map(
    tables.flatMap((table) => {
      const key = tableSheetKey(table);
      const { sheet, rows, columns } = findSheet(workbook, key);
      return [...rows].flatMap(([rowKey, row]) =>
        [...columns].flatMap(([columnKey, column]) => {
          const cell = reportCellOfKeys({ sheet: key, row: rowKey, column: columnKey });
          const { value } = sheet.cell(row, column);
          return cell === undefined ? [] : [[cell, isCellError(value) ? value.error : value] as const];
        }),
      );
    }),
  );
}

/** What the pane does beside an annual report: commands of the ribbon and of the cell's menu, lists, cells by their names. */
export class ReportPane {
  readonly pane: OpenPane;
  readonly ask: ReportAsk;
  place: PanePlace = "home";
  readonly said: string[] = [];

  constructor(pane: OpenPane, ask: ReportAsk) {
    this.pane = pane;
    this.ask = ask;
  }

  async open(): Promise<void> {
    assert.ok(await this.pane.session.open(reportSubject(this.ask)), JSON.stringify(this.pane.state.actRefusal));
  }

  async type(cell: string, value: CellValue): Promise<void> {
    await this.pane.type(cellOf(cell), value);
  }

  /** In the list before sending. */
  giveReason(cell: string, reason: string): void {
    const { session, state } = this.pane;
    session.setReason(state.changes.find(({ field }) => field === cell) ?? assert.fail(`${cell} is the same`), reason);
  }

  async select(cell: string): Promise<void> {
    const { sheet, row, column } = findCell(this.pane.desk.workbook, cellOf(cell));
    await this.pane.program.host.select({ sheet: sheet.name, address: addressOf({ row, column }) });
  }

  /** With that cell selected. */
  async command(id: CommandId, cell?: string): Promise<void> {
    if (cell !== undefined) await this.select(cell);
    const { session, program } = this.pane;
    const look = () => program.host.selection();
    await runCommand(id, {
      ...{ session, place: this.place, words: paneWords("zh-CN"), look },
      go: (place) => (this.place = place),
      say: (text) => void this.said.push(text),
      async unforce() {
        const selection = await look();
        return selection !== null && (await unforce(session, selection));
      },
    });
  }

  /** By the menu of the right button: whom the number counts. */
  async drill(cell: string): Promise<DrillView> {
    await this.command("drillDown", cell);
    assert.equal(this.place, "drill");
    await nextTurns();
    return this.#got(await this.#client.drill(this.ask, { cell: await this.selected() }));
  }

  /** With the other number, as the pane does below the list. */
  async contrast(cell: string, other: string): Promise<ContrastView> {
    await this.command("drillDown", cell);
    await nextTurns();
    return this.#got(await this.#client.contrast(this.ask, await this.selected(), other));
  }

  /** As the pane knows it, by where the keyboard stands in the workbook. */
  async selected(): Promise<string> {
    const selection = await this.pane.program.host.selection();
    return (selection && reportCellIn(this.pane.state.book, selection)) ?? assert.fail("no number is selected");
  }

  get findings(): readonly ReportFindingView[] {
    return this.pane.state.report?.findings ?? assert.fail("no report is open");
  }

  get #client(): ReportClient {
    return new ReportClient(this.pane.client.transport);
  }

  #got<T>(answer: Answer<T>): T {
    assert.ok(answer.ok, JSON.stringify(answer));
    return answer.value;
  }
}
