import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { after, before, describe, it } from "mocha";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "./chromium.ts";

describe("the Chromium that comes along", () => {
  let browser: Browser;
  let page: Page;

  before(async function () {
    this.timeout(240_000);
    browser = await launchChromium();
    page = await browser.newPage();
  });
  after(async () => {
    await browser.close();
  });

  async function picture(text: string): Promise<string> {
    await page.setContent(
      `<meta charset="utf-8"><p style="font: 40px sans-serif; width: 60px; height: 60px">${text}</p>`,
    );
    return (await page.locator("p").screenshot()).toString("base64");
  }

  it("draws two Chinese characters differently, hence not as empty boxes", async () => {
    assert.notEqual(await picture("台"), await picture("账"));
  });

  it("draws the same character the same way twice", async () => {
    assert.equal(await picture("党"), await picture("党"));
  });

  it("keeps web security on: a page may not read another origin", async () => {
    const [own, other] = await Promise.all([serveText("own"), serveText("other")]);
    try {
      await page.goto(own.url);
      const read = async (url: string): Promise<string> =>
        await page.evaluate(async (address) => {
          const answer = await fetch(address).catch(() => undefined);
          return answer === undefined ? "refused" : await answer.text();
        }, url);
      assert.equal(await read(own.url), "own");
      assert.equal(await read(other.url), "refused");
    } finally {
      own.server.close();
      other.server.close();
    }
  });
});

async function serveText(text: string): Promise<{ readonly server: Server; readonly url: string }> {
  const server = createServer((_request, response) => response.end(text));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  assert.ok(typeof address === "object" && address !== null);
  return { server, url: `http://127.0.0.1:${String(address.port)}/` };
}
