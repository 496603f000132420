import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { sheetAddress } from "#core/sheet/cell-address.ts";
import { ledgerBook } from "#core/sheet/ledger/ledger-book.ts";
import type { LedgerView } from "#core/sheet/ledger/ledger-view.ts";
import { LEDGER_WORDS_ZH } from "#core/sheet/ledger/ledger-words.ts";
import { KNOWN_PASSWORD } from "#test/environment/small-organisation.ts";
import { enterPlace } from "./enter-place.ts";

/** The workbench as one person uses it, in a browser context of its own. */
export class WorkbenchPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  static async signIn(browser: Browser, url: string, name: string): Promise<WorkbenchPage> {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(url);
    await page.locator("input[autocomplete='username']").fill(name);
    await page.locator("input[name='password']").fill(KNOWN_PASSWORD);
    await page.keyboard.press("Enter");
    await page.locator(".side").waitFor();
    return new WorkbenchPage(page);
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  /** The first one in the list of all that may be read. */
  async openLedger(): Promise<void> {
    await this.page.locator(".side-filter select").nth(1).selectOption("all");
    await this.page.locator(".side-items button").first().click();
    await this.page.locator(".ledger-screen").waitFor();
    await this.page.locator(".ledger-waiting").waitFor({ state: "detached" });
  }

  /** By the name box. A sheet that has just come up may still put its own first cell back, so the place is asked for again. */
  async go(address: string): Promise<void> {
    const box = this.page.locator(".taizhang-grid input").first();
    for (let tries = 0; tries < 100; tries += 1) {
      await enterPlace(box, address);
      await this.page.waitForTimeout(400);
      // A box without a sheet keeps what was typed, too, but has no editor to pass the keyboard to.
      if ((await box.inputValue()) === address && (await this.#sheetListens())) return;
    }
    assert.fail(`the sheet does not go to ${address}`);
  }

  async type(address: string, text: string): Promise<void> {
    await this.go(address);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
    await this.page.waitForTimeout(150);
  }

  /** Waits until the card beside the sheet shows that value of the cell. */
  async untilShown(address: string, value: string): Promise<void> {
    await this.go(address);
    await this.page.locator(".ledger-value", { hasText: new RegExp(`^${value}$`) }).waitFor();
  }

  async showTab(name: string): Promise<void> {
    await this.page.locator(".taizhang-grid").getByText(name, { exact: true }).last().click();
    await this.page.waitForTimeout(400);
  }

  /** Lists the changes, then sends all of them. */
  async send(count: number): Promise<void> {
    await this.page.keyboard.press("Control+s");
    await this.sendListed(count);
    await this.page.getByRole("tab", { name: "单元格与历史" }).click();
  }

  /** Sends what is listed. Its answer is waited for first: until then the sentence may be that of a push before. */
  async sendListed(count: number): Promise<void> {
    // Together: a click that fails must not leave the wait behind without anybody to catch it.
    await Promise.all([
      this.page.waitForResponse((response) => response.url().endsWith("/push")),
      this.page.locator(".ledger-send:not([aria-disabled='true'])").click(),
    ]);
    await this.page.getByText(`已保存 ${count} 处修改。`).first().waitFor();
  }

  /** A button of the cell card, with whatever its dialog asks for. */
  async act(button: string, asked: { readonly score?: string; readonly reason?: string } = {}): Promise<void> {
    await this.page.getByRole("button", { name: button, exact: true }).click();
    const dialog = this.page.getByRole("dialog");
    await dialog.waitFor();
    if (asked.score !== undefined) await dialog.getByLabel("新分值").fill(asked.score);
    if (asked.reason !== undefined) await dialog.getByRole("textbox").last().fill(asked.reason);
    if (asked.score !== undefined) await dialog.getByLabel("我已核对，并对这次更改负责").check();
    await dialog.getByRole("button", { name: "确定" }).click();
    await dialog.waitFor({ state: "detached" });
  }

  async upload(name: string): Promise<void> {
    await this.page.getByRole("tab", { name: "支撑材料" }).click();
    const file = { name, mimeType: "text/plain", buffer: Buffer.from(`${name}内容`) };
    await this.page.locator(".ledger-drop input[type='file']").setInputFiles([file]);
    await this.page.getByText(name).waitFor();
    await this.page.getByRole("tab", { name: "单元格与历史" }).click();
  }

  async #sheetListens(): Promise<boolean> {
    return await this.page.evaluate(() => document.activeElement?.matches("[data-u-comp='editor']") === true);
  }
}

/** Where a cell stands in the sheet that this viewer gets. */
export function addressIn(
  view: LedgerView,
  cell: { readonly sheet: string; readonly row: string; readonly column: string },
): string {
  const sheet = ledgerBook(view, LEDGER_WORDS_ZH).sheets.find(({ key }) => key === cell.sheet);
  const row = sheet?.rows.findIndex(({ key }) => key === cell.row) ?? -1;
  const column = sheet?.columns.findIndex(({ key }) => key === cell.column) ?? -1;
  assert.ok(row >= 0 && column >= 0, `${cell.sheet} has no ${cell.row} ${cell.column}`);
  return sheetAddress(row, column);
}
