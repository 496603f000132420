import type { Browser, Page } from "playwright-core";
import type { CellKeys } from "#core/sheet/sheet-host.ts";
import type { CommandId } from "#addin/commands/commands.ts";
import type { BundledPage } from "#test/browser/bundled-page.ts";
import { bundlePage } from "#test/browser/bundled-page.ts";
import type { TestService } from "#test/environment/running-service.ts";
import { KNOWN_PASSWORD } from "#test/environment/small-organisation.ts";
import type { PanePage } from "./harness/pane-page.tsx";

/** The pane's page, bundled as the pane is. The caller closes it. */
export async function bundlePane(): Promise<BundledPage> {
  return await bundlePage("../../addin/taskpane/harness/pane-page.tsx");
}

export interface PaneAt {
  readonly url: string;
  readonly service: TestService;
  readonly size?: { readonly width: number; readonly height: number };
}

/** A desk with the pane beside its workbook, as one officer uses it. */
export class PaneDriver {
  readonly page: Page;
  /** false: the line to the service is cut. */
  online = true;

  constructor(page: Page) {
    this.page = page;
  }

  static async open(
    browser: Browser,
    { url, service, size = { width: 320, height: 700 } }: PaneAt,
  ): Promise<PaneDriver> {
    const context = await browser.newContext({ viewport: size, locale: "zh-CN" });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const driver = new PaneDriver(page);
    // What breaks in the page must fail its test; office.js makes these three throw, too.
    page.on("pageerror", (error) => {
      throw error;
    });
    await page.addInitScript(() => {
      const forbidden = (): never => {
        throw new Error("a desk program has no such dialog");
      };
      Object.assign(window, { alert: forbidden, confirm: forbidden, prompt: forbidden });
      Object.assign(history, { pushState: null, replaceState: null });
    });
    await page.route("**/api/**", async (route) => {
      if (!driver.online) {
        await route.abort("connectionrefused");
        return;
      }
      const request = route.request();
      const { pathname, search } = new URL(request.url());
      const headers = { ...(await request.allHeaders()), origin: service.url };
      const response = await route.fetch({ url: service.url + pathname + search, headers }).catch(() => null);
      await (response ? route.fulfill({ response }) : route.abort());
    });
    await page.goto(url);
    return driver;
  }

  async signIn(name: string, password = KNOWN_PASSWORD): Promise<void> {
    await this.page.locator("input[name='username']").fill(name);
    await this.page.locator("input[name='password']").fill(password);
    await this.page.keyboard.press("Enter");
    await this.page.locator(".pane-tabs").waitFor();
  }

  /** By the tab at the lower edge. */
  async tab(name: string): Promise<void> {
    await this.page.locator(".pane-tabs").getByRole("button", { name }).click();
  }

  /** By the home place. */
  async place(name: string): Promise<void> {
    await this.tab("首页");
    await this.page.locator(".pane-places").getByRole("button", { name }).click();
  }

  /** The first ledger that may be read, into the workbook. */
  async openLedger(relation = "all"): Promise<void> {
    await this.tab("打开");
    await this.page.locator(".side-filter select").nth(1).selectOption(relation);
    await this.page.locator(".side-items button").first().click();
    await this.page.locator(".pane-book-acts[aria-busy='false']").waitFor();
  }

  async command(id: CommandId): Promise<void> {
    await this.page.evaluate((given) => window.panePage.command(given), id);
  }

  async type(cell: CellKeys, value: string | number | null): Promise<void> {
    await this.page.evaluate(([at, typed]) => window.panePage.type(at, typed), [cell, value] as const);
  }

  async select(cell: CellKeys): Promise<void> {
    await this.page.evaluate((at) => window.panePage.select(at), cell);
  }

  async ask<K extends keyof PanePage>(name: K, cell: CellKeys): Promise<unknown> {
    return await this.page.evaluate(([called, at]) => window.panePage[called as "value"](at), [name, cell] as const);
  }

  /** Goes on once the page says it. */
  async said(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

export async function fitsWidth(page: Page): Promise<boolean> {
  return await page.evaluate(() =>
    [...document.querySelectorAll("html, .pane, .pane-main, .pane-book, .pane-tabs, .sign-in, [role='dialog']")].every(
      (at) => at.scrollWidth <= at.clientWidth,
    ),
  );
}
