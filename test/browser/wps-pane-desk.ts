import assert from "node:assert/strict";
import type { BrowserContext, Page } from "playwright-core";
import type { CommandId } from "#addin/commands/commands.ts";
import { bundleScript } from "./bundled-page.ts";
import { PANE_SIZE, type PaneDesk, type PaneDeskNeeds, type RemoteHands } from "./pane-desk.ts";
import { PanePage } from "./pane-page.ts";
import { watchedContext } from "./watched-context.ts";
import type {} from "./harness/wps-program.ts";

/**
 * The windows that the program opened find it as WPS puts it: Application. What it throws belongs to its own window, where
 * the genuine one throws in the page's: so an Error is known by what it is.
 */
const IN_WPS = `if (window.opener?.wpsProgram) {
  window.Application = window.opener.wpsProgram.application;
  const known = Function.prototype[Symbol.hasInstance];
  Object.defineProperty(Error, Symbol.hasInstance, { value(candidate) {
    return known.call(this, candidate) || (this === Error && Object.prototype.toString.call(candidate) === "[object Error]");
  } });
}`;

let script: Promise<string> | undefined;

/** WPS with the real pane and the real page of the ribbon; workbook and program stand in a page of their own. */
export async function openWpsPaneDesk({ browser, url }: PaneDeskNeeds): Promise<PaneDesk> {
  script ??= bundleScript("wps-program.ts");
  const { context, assertClean } = await watchedContext(browser, url, { viewport: PANE_SIZE });
  await context.addInitScript(IN_WPS);
  const program = await openProgram(context, url, await script);
  const ribbon = await openWindow(context, program, `${url}/wps/`);
  let page: Page | null = null;
  const command = async (id: CommandId) => {
    const isDone = await ribbon.evaluate(
      (given) => (window as unknown as RibbonPage).OnTaizhangCommand({ Id: given }),
      id,
    );
    assert.equal(isDone, true);
  };
  const desk: PaneDesk = {
    context,
    hands: remoteHands(program),
    command,
    async open() {
      await command("signIn");
      const shown = (await program.evaluate(() => window.wpsProgram.panes())).filter(({ visible }) => visible);
      assert.equal(shown.length, 1);
      page = await openWindow(context, program, shown[0]?.url ?? "");
      return new PanePage(page);
    },
    async closePane() {
      await page?.close();
      page = null;
      await program.evaluate(() => window.wpsProgram.hidePanes());
    },
    async drillDown(cell) {
      await desk.hands.doubleClick(cell);
    },
    async close() {
      await program.evaluate(() => window.wpsProgram.assertClean());
      await context.close();
      assertClean();
    },
  };
  return desk;
}

interface RibbonPage {
  OnTaizhangCommand(control: { readonly Id: string }): boolean;
}

async function openProgram(context: BrowserContext, url: string, code: string): Promise<Page> {
  const address = `${url}/wps-program.html`;
  const body = `<!doctype html><meta charset="utf-8"><title>WPS</title><script>${code.replaceAll("</script", "<\\/script")}</script>`;
  // As its pages: else the browser would part them.
  const headers = { "content-type": "text/html", "cross-origin-opener-policy": "same-origin" };
  await context.route(address, (route) => route.fulfill({ body, headers }));
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => "wpsProgram" in window);
  return page;
}

async function openWindow(context: BrowserContext, program: Page, address: string): Promise<Page> {
  const [page] = await Promise.all([
    context.waitForEvent("page"),
    program.evaluate((at) => void window.open(at, "_blank"), address),
  ]);
  await page.waitForLoadState();
  return page;
}

function remoteHands(program: Page): RemoteHands {
  const ask = (name: string, given: readonly unknown[]) =>
    program.evaluate(
      ([called, facts]) => {
        const { hands } = window.wpsProgram;
        return (Reflect.get(hands, called) as (...all: readonly unknown[]) => unknown).apply(hands, [...facts]);
      },
      [name, given] as const,
    );
  return new Proxy({} as RemoteHands, {
    get: (_target, name) => (name === "then" ? undefined : (...given: readonly unknown[]) => ask(String(name), given)),
  });
}
