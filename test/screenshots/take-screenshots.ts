/**
 * Takes the pictures of the README with the demo university: a database of its own, the real service, the built workbench.
 * `npm run build && npm run screenshots`
 */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { parseConfig } from "#service/config.ts";
import { startService } from "#service/main.ts";
import { launchChromium } from "#test/environment/chromium.ts";
import { panePictures } from "./pane-pictures.ts";

const root = join(import.meta.dirname, "..", "..");
const pictures = join(root, "docs", "images");

interface Demo {
  readonly password: string;
  readonly summary: { readonly accounts: readonly { readonly role: string; readonly name: string }[] };
}

const folder = await mkdtemp(join(tmpdir(), "taizhang-pictures-"));
const db = `sqlite:${join(folder, "demo.db")}`;
const command = [join(root, "bin", "taizhang.js"), "demo", "--people", "300", "--seed", "1", "--json", "--db", db];
const { stdout } = await promisify(execFile)(process.execPath, command, { maxBuffer: 16_777_216 });
const demo = JSON.parse(stdout) as Demo;
const config = parseConfig({ TAIZHANG_DB: db, TAIZHANG_PORT: "0" });
if (!config.ok) throw new Error(JSON.stringify(config.refusal));
const service = await startService(config.value, { log: () => undefined });
const browser = await launchChromium();
try {
  await mkdir(pictures, { recursive: true });
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  await page.goto(service.url);
  await page.locator("input[name='password']").waitFor();
  await picture(page, "sign-in");
  await signIn(page, "unit", 1);
  await ledgerPictures(page);
  await page.reload();
  await signIn(page, "unit", 0);
  await placePictures(page);
  await panePictures({ browser, url: service.url, account: accountOf("unit", 1), keep: picture });
} finally {
  await browser.close();
  await service.close();
  await rm(folder, { recursive: true, force: true });
}

/** The nth demo account of that role. */
function accountOf(role: string, nth: number): { readonly name: string; readonly password: string } {
  const account = demo.summary.accounts.filter((candidate) => candidate.role === role)[nth];
  if (!account) throw new Error(`the demo has no ${role}`);
  return { name: account.name, password: demo.password };
}

async function signIn(page: Page, role: string, nth: number): Promise<void> {
  const { name, password } = accountOf(role, nth);
  await page.locator("input[autocomplete='username']").fill(name);
  await page.locator("input[name='password']").fill(password);
  await page.keyboard.press("Enter");
  await page.locator(".side").waitFor();
}

/** K14 is an item of the demo with evidence: its score is open to its owner. */
async function ledgerPictures(page: Page): Promise<void> {
  await page.locator(".side-filter select").nth(1).selectOption("own");
  await page.locator(".side-items li", { hasText: "2026" }).first().getByRole("button").click();
  await page.locator(".ledger-waiting").waitFor({ state: "detached" });
  await page.waitForTimeout(2_000);
  await goTo(page, "K14");
  await picture(page, "ledger");
  await page.keyboard.type("3");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+s");
  await page.waitForTimeout(800);
  await picture(page, "changes");
  await page.getByRole("tab", { name: "支撑材料" }).click();
  await page.waitForTimeout(1_000);
  await picture(page, "evidence");
}

async function placePictures(page: Page): Promise<void> {
  for (const [name, label] of Object.entries({ standings: "排名", fairness: "评分分析", accounts: "单位与账号" })) {
    await page.locator(".side-places").getByRole("button", { name: label }).click();
    await page.waitForTimeout(3_000);
    await picture(page, name);
  }
}

async function goTo(page: Page, address: string): Promise<void> {
  const box = page.locator(".taizhang-grid input").first();
  await box.fill(address);
  await box.press("Enter");
  await page.waitForTimeout(600);
}

/** At three quarters of its size: sharp enough for a README and below 200 KB. */
async function picture(page: Page, name: string): Promise<void> {
  const shot = await page.screenshot({ type: "png" });
  const small = await page.context().newPage();
  await small.setViewportSize({ width: 1010, height: 568 });
  await small.setContent(
    `<body style="margin:0"><img style="width:100vw;display:block" src="data:image/png;base64,${shot.toString("base64")}">`,
  );
  await small.screenshot({ path: join(pictures, `${name}.png`), type: "png" });
  await small.close();
}
