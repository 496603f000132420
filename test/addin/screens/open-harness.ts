import { rm } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "#test/environment/chromium.ts";
import { bundleHarness } from "./harness/bundle-harness.ts";

export interface Harness {
  /** A fresh page with that scene at 1366 x 768. */
  readonly open: (scene: string, language?: "zh-CN" | "en") => Promise<Page>;
  readonly close: () => Promise<void>;
}

export async function openHarness(): Promise<Harness> {
  const { folder, url } = await bundleHarness();
  const browser = await launchChromium();
  return {
    open: (scene, language = "zh-CN") => openScene(browser, `${url}#${scene}/${language}`),
    close: async () => {
      await browser.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function openScene(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ locale: "zh-CN", viewport: { width: 1366, height: 768 } });
  // A screen that breaks must fail its test, not show an empty page.
  page.on("pageerror", (error) => {
    throw error;
  });
  await page.goto(url);
  await page.locator("h1").first().waitFor();
  return page;
}

export interface RecordedCall {
  readonly name: string;
  readonly given: readonly unknown[];
}

/** What the screen asked for so far. */
export async function callsOf(page: Page): Promise<readonly RecordedCall[]> {
  return page.evaluate(() => (window as unknown as { readonly calls: RecordedCall[] }).calls);
}

export async function untilCalled(page: Page, times: number): Promise<void> {
  await page.waitForFunction(
    (least) => (window as unknown as { readonly calls: readonly RecordedCall[] }).calls.length >= least,
    times,
  );
}
