import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { sheetAddress } from "#core/sheet/cell-address.ts";
import { cellOfReport } from "#core/sheet/report/cell-of-report.ts";
import { reportBook } from "#core/sheet/report/report-book.ts";
import { keysOfReportCell } from "#core/sheet/report/report-places.ts";
import type { ReportCellView, ReportView } from "#core/sheet/report/report-view.ts";
import { REPORT_WORDS_ZH } from "#core/sheet/report/report-words.ts";
import type { HttpClient } from "#test/environment/http-client.ts";
import { enterPlace } from "./enter-place.ts";
import type { WorkbenchPage } from "./workbench-page.ts";

/** The desk of one annual report in the workbench, as an officer uses it; what it should show is asked of the service. */
export class ReportDeskPage {
  readonly page: Page;
  readonly workbench: WorkbenchPage;
  readonly #office: HttpClient;
  readonly #report: string;

  /** @param report "/reports/2017/UNIT/2026-12-31" */
  constructor(workbench: WorkbenchPage, { office, report }: { readonly office: HttpClient; readonly report: string }) {
    this.workbench = workbench;
    this.page = workbench.page;
    this.#office = office;
    this.#report = report;
  }

  /** Opens the place on that day and waits until the sheets stand. */
  async open(on: string): Promise<void> {
    await this.page.getByRole("button", { name: "年报", exact: true }).click();
    await this.day(on);
  }

  async day(on: string): Promise<void> {
    const day = this.place().getByLabel("截止日期");
    await day.fill(on);
    await day.press("Enter");
    await this.tables().first().waitFor();
    await this.page.locator(".report-waiting").waitFor({ state: "detached" });
  }

  place(): Locator {
    return this.page.getByRole("region", { name: "年报" });
  }

  async show(tab: string): Promise<void> {
    await this.page.locator(".reports-bar").getByRole("tab", { name: tab, exact: true }).click();
  }

  tables(): Locator {
    return this.page.locator(".report-tables button");
  }

  card(cell: string): Locator {
    return this.page.getByRole("article", { name: cell, exact: true });
  }

  async view(): Promise<ReportView> {
    return await this.#office.ask<ReportView>("GET", this.#report);
  }

  async cell(cell: string): Promise<ReportCellView | null> {
    return cellOfReport(await this.view(), cell);
  }

  async valueOf(cell: string): Promise<number | null | undefined> {
    return (await this.cell(cell))?.value;
  }

  async addressOf(cell: string): Promise<string> {
    const keys = keysOfReportCell(cell);
    const sheet = reportBook(await this.view(), REPORT_WORDS_ZH).sheets.find(({ key }) => key === keys?.sheet);
    const row = sheet?.rows.findIndex(({ key }) => key === keys?.row) ?? -1;
    const column = sheet?.columns.findIndex(({ key }) => key === keys?.column) ?? -1;
    assert.ok(row >= 0 && column >= 0, cell);
    return sheetAddress(row, column);
  }

  async goTo(cell: string): Promise<void> {
    const no = cell.slice(0, cell.indexOf("!"));
    await this.tables()
      .nth(Number(no) - 1)
      .click();
    await this.workbench.go(await this.addressOf(cell));
  }

  async showCard(cell: string): Promise<void> {
    await this.goTo(cell);
    await this.page.locator(".report-panel").getByRole("tab", { name: "单元格" }).click();
    await this.card(cell).getByText("本年", { exact: true }).waitFor();
  }

  /** Of the menu of the right button. */
  async chooseFromMenu(name: string): Promise<void> {
    await this.page.evaluate(() => {
      const at = { bubbles: true, cancelable: true, clientX: 600, clientY: 400 };
      document.querySelector(".report-grid canvas")?.dispatchEvent(new MouseEvent("contextmenu", at));
    });
    await this.page.getByRole("menuitem", { name }).click();
  }

  async type(cell: string, text: string): Promise<void> {
    await this.goTo(cell);
    await this.workbench.type(await this.addressOf(cell), text);
  }

  /** Puts 0 into every green cell of the set that is empty. @returns how many there were */
  async fillAllEmpty(): Promise<number> {
    await this.page.getByRole("button", { name: "空的绿格填 0" }).click();
    const dialog = this.page.getByRole("dialog");
    await dialog.getByRole("radio", { name: /^整套年报的/ }).check();
    const count = Number(/\d+/.exec(await dialog.getByText(/^整套年报的/).innerText())?.[0]);
    await dialog.getByRole("button", { name: "空的绿格填 0" }).click();
    await dialog.waitFor({ state: "detached" });
    return count;
  }

  /** Sends what was typed. @param reason for a number that is forced */
  async save(count: number, reason?: string): Promise<void> {
    await this.page.keyboard.press("Control+s");
    if (reason !== undefined) await this.page.locator(".ledger-change").getByLabel("理由").fill(reason);
    await this.workbench.sendListed(count);
  }

  /** Walks down an opened list until the person's name stands beside it; once more with patience where everything is slow. */
  async selectListed(name: string): Promise<void> {
    const heading = this.page.locator(".trace-panel").getByRole("heading", { name, exact: true });
    const box = this.page.locator(".trace-list input").first();
    for (const timeout of [1_500, 10_000]) {
      for (let row = 2; row < 12; row += 1) {
        await enterPlace(box, `B${String(row)}`);
        const isShown = await heading.waitFor({ timeout }).then(
          () => true,
          () => false,
        );
        if (isShown) return;
      }
    }
    assert.fail(`${name} is not in the list`);
  }

  /** Puts another value into a field of the record beside the list, and looks at what it would move: that cell. */
  async tryCorrection(field: string, { to, moves }: { readonly to: string; readonly moves: string }): Promise<void> {
    const form = this.#correction();
    await form.getByLabel("项目").selectOption({ label: field });
    const value = form.getByLabel("改为");
    const isChoice = await value.evaluate((element) => element.tagName === "SELECT");
    if (isChoice) await value.selectOption(to);
    else await value.fill(to);
    await form.getByRole("button", { name: "先看影响" }).click();
    await form.getByRole("status").getByText(moves).first().waitFor();
  }

  async saveCorrection(why: string): Promise<void> {
    await this.#correction().getByLabel("依据").fill(why);
    await this.#correction().getByRole("button", { name: "保存更正" }).click();
  }

  #correction(): Locator {
    return this.page.locator(".trace").getByRole("region", { name: "更正信息" });
  }
}
