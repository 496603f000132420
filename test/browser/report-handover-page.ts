import type { Page } from "playwright-core";

/** What is done to a whole report in the workbench: checked, explained, handed over, judged, printed. */
export class ReportHandoverPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async says(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  /** On the page of findings. @param finding "X-01.1 5" */
  async showCellOf(finding: string): Promise<void> {
    await this.page.getByRole("button", { name: `查看单元格：${finding}`, exact: true }).click();
  }

  async explain(finding: string, text: string): Promise<void> {
    await this.page.getByRole("button", { name: `填写说明：${finding}`, exact: true }).click();
    await this.writeExplanation(text);
    await this.page.locator(".report-explain").waitFor({ state: "detached" });
  }

  /** An empty phrase stays where it was written, with the reason why it is refused. */
  async explainInVain(finding: string, phrase: string): Promise<void> {
    await this.page.getByRole("button", { name: `填写说明：${finding}`, exact: true }).click();
    await this.writeExplanation(phrase);
    await this.page.locator(".report-explain").getByRole("alert").waitFor();
  }

  async writeExplanation(text: string): Promise<void> {
    await this.page.getByLabel("填写说明", { exact: true }).fill(text);
    await this.page.locator(".report-explain").getByRole("button", { name: "填写说明" }).click();
  }

  async answerPoint(point: string, text: string): Promise<void> {
    await this.page.getByRole("textbox", { name: `答复 ${point}` }).fill(text);
    await this.page.getByRole("button", { name: `保存 ${point}`, exact: true }).click();
    await this.page.locator(`[id="report-point-${point}"]`).getByText("已保存").waitFor();
  }

  /** As soon as nothing is missing any more. */
  async submit(): Promise<void> {
    await this.page.locator(".report-verdict[data-ready='true']").waitFor();
    await this.page.getByRole("button", { name: "上报", exact: true }).click();
    await this.page.getByRole("dialog").getByRole("button", { name: "上报" }).click();
    await this.says("已上报。");
  }

  /** The superior opens the unit's line of those below, and asks for that decision. */
  async judge(unit: RegExp, act: string): Promise<void> {
    const row = this.page.getByRole("row", { name: unit });
    await row.getByText("已上报").waitFor();
    await row.getByRole("button", { name: /^查看/ }).click();
    await this.page.getByRole("button", { name: act, exact: true }).click();
  }

  async giveBack(reason: string, remark: { readonly cell: string; readonly text: string }): Promise<void> {
    const dialog = this.page.getByRole("dialog");
    await dialog.getByRole("textbox").last().fill(reason);
    await dialog.getByRole("button", { name: "添加批注" }).click();
    await dialog.getByLabel(/^批注 1：/).fill(remark.cell);
    await dialog.getByLabel(`批注 ${remark.cell}`, { exact: true }).fill(remark.text);
    await dialog.getByRole("button", { name: "退回" }).click();
    await this.says("已退回。");
  }

  async accept(reason: string): Promise<void> {
    const dialog = this.page.getByRole("dialog");
    await dialog.getByRole("textbox").fill(reason);
    await dialog.getByRole("button", { name: "接受" }).click();
    await this.says("已接受。");
  }

  /** What is given to the printer: the page of the frame that the print is made from. */
  async printed(): Promise<string> {
    await this.page.evaluate(() => {
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes)
          for (const node of addedNodes)
            if (node instanceof HTMLIFrameElement) document.documentElement.dataset["printed"] = node.srcdoc;
      }).observe(document.body, { childList: true });
    });
    await this.page.locator(".reports-over").getByRole("button", { name: "打印" }).click();
    await this.page.getByRole("dialog").getByRole("button", { name: "打印" }).click();
    await this.page.locator("html[data-printed]").waitFor({ state: "attached" });
    return await this.page.evaluate(() => document.documentElement.dataset["printed"] ?? "");
  }
}
