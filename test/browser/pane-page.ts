import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { KNOWN_PASSWORD } from "#test/environment/small-organisation.ts";
import { seriousFindings } from "#test/addin/screens/page-checks.ts";

/** The pane as one person uses it beside his workbook: by the names that stand on it. */
export class PanePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async signIn(name: string, password = KNOWN_PASSWORD): Promise<void> {
    await this.page.locator("input[name='username']").fill(name);
    await this.page.locator("input[name='password']").fill(password);
    await this.page.keyboard.press("Enter");
  }

  /** By the tab at the lower edge. */
  async tab(name: string): Promise<void> {
    const tabs = this.page.getByRole("navigation", { name: "主要功能" });
    await tabs.getByRole("button", { name }).click();
  }

  /** By the home place. */
  async place(name: string): Promise<void> {
    await this.tab("首页");
    await this.page.getByRole("main").getByRole("button", { name, exact: true }).click();
  }

  async heading(name: string): Promise<void> {
    await this.page.getByRole("heading", { level: 1, name }).waitFor();
  }

  /** Out of the list of all that may be read, into the workbook. */
  async openLedger(year = "2026"): Promise<void> {
    await this.tab("打开");
    const ledgers = this.page.getByRole("region", { name: "台账", exact: true });
    await ledgers.getByRole("combobox", { name: "台账" }).selectOption("all");
    await ledgers.getByRole("button", { name: year }).first().click();
    await this.isDrawn();
  }

  /** The book says itself that it is busy, from the click that wanted it on to the end of the drawing. */
  async isDrawn(): Promise<void> {
    await this.page.locator(".pane-book-acts[aria-busy='false']").waitFor();
  }

  async refresh(): Promise<void> {
    await this.page.locator(".pane-book-acts").getByRole("button", { name: "刷新", exact: true }).click();
    await this.isDrawn();
  }

  /** The list of changes once it has so many. */
  async changes(count: number): Promise<void> {
    await this.tab("变更");
    const rows = this.page.locator(".ledger-change");
    if (count === 0) await rows.first().waitFor({ state: "detached" });
    else await rows.nth(count - 1).waitFor();
    await this.until(async () => (await rows.count()) === count, `${count} changes`);
  }

  change(name: string) {
    return this.page.locator(".ledger-change", { hasText: name });
  }

  async takeBack(name: string): Promise<void> {
    const button = this.change(name).getByRole("button", { name: /^撤销修改/ });
    await button.click();
  }

  /** What is chosen in the list. */
  async send(count: number): Promise<void> {
    await this.page.getByRole("button", { name: `发送选中的 ${count} 处` }).click();
  }

  async sendAll(count: number): Promise<void> {
    await this.changes(count);
    await this.send(count);
    await this.said(`已保存 ${count} 处修改。`);
    await this.changes(0);
  }

  /** A button of the cell card, with whatever its dialog asks for. */
  async act(button: string, asked: { readonly score?: string; readonly reason?: string } = {}): Promise<void> {
    await this.tab("单元格");
    await this.page.getByRole("region", { name: "可以进行的操作" }).getByRole("button", { name: button }).click();
    const dialog = this.page.getByRole("dialog");
    if (asked.score !== undefined) await dialog.getByLabel("新分值").fill(asked.score);
    if (asked.reason !== undefined) await dialog.getByRole("textbox").last().fill(asked.reason);
    if (asked.score !== undefined) await dialog.getByLabel("我已核对，并对这次更改负责").check();
    await dialog.getByRole("button", { name: "确定" }).click();
    await dialog.waitFor({ state: "detached" });
  }

  /** Files out of the file manager, let go above the place. */
  async drop(files: readonly { readonly name: string; readonly text: string }[]): Promise<void> {
    const area = this.page.locator(".ledger-evidence");
    const dataTransfer = await this.page.evaluateHandle((given) => {
      const carried = new DataTransfer();
      for (const { name, text } of given) carried.items.add(new File([text], name, { type: "text/plain" }));
      return carried;
    }, files);
    for (const type of ["dragenter", "dragover", "drop"]) await area.dispatchEvent(type, { dataTransfer });
  }

  /** Files are under way until what is returned is called. */
  async holdUploads(): Promise<() => Promise<void>> {
    let go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    await this.page.route("**/evidence", async (route) => {
      if (route.request().method() === "POST") await held;
      await route.continue();
    });
    return async () => {
      go();
      await this.page.unroute("**/evidence");
    };
  }

  /** Goes on once the page says it. */
  async said(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  async until(holds: () => Promise<boolean>, what: string): Promise<void> {
    for (let tries = 0; tries < 150; tries += 1) {
      if (await holds()) return;
      await this.page.waitForTimeout(100);
    }
    assert.fail(`waited in vain: ${what}`);
  }

  /** Nothing serious by axe, nothing that scrolls sideways. */
  async isFine(place: string): Promise<void> {
    await this.page.locator(".fui-Spinner").first().waitFor({ state: "detached" });
    assert.deepEqual(await seriousFindings(this.page), [], place);
    const wide = await this.page.evaluate(() =>
      [...document.querySelectorAll("html, .pane-main, .pane-book, .sign-in, [role='dialog']")]
        .filter((at) => at.scrollWidth > at.clientWidth + 1)
        .map((at) => at.className),
    );
    assert.deepEqual(wide, [], `${place} scrolls sideways`);
  }
}
