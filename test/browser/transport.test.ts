import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { after, before, beforeEach, describe, it } from "mocha";
import { launchChromium } from "#test/environment/chromium.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { KNOWN_PASSWORD } from "#test/environment/small-organisation.ts";
import { bundlePage, type BundledPage } from "./bundled-page.ts";
import type { Transports } from "./harness/transport-page.ts";

declare const transports: Transports;

const UNREACHABLE = { ok: false, refusal: { code: "service-unreachable" } };

/** fetch and XMLHttpRequest give the same answers: a WPS whose fetch hangs is spoken to by the other. */
describe("the transport in Chromium, against the real service", function () {
  this.timeout(240_000);
  let service: TestService;
  let bundled: BundledPage;
  let browser: Browser;
  let page: Page;

  before(async () => {
    [service, bundled, browser] = await Promise.all([
      startTestService(),
      bundlePage("transport-page.ts"),
      launchChromium(),
    ]);
  });
  after(async () => {
    await Promise.all([service.close(), bundled.close(), browser.close()]);
  });
  beforeEach(async () => {
    page = await browser.newPage();
    await page.route("**/api/**", async (route) => {
      const url = new URL(route.request().url());
      if (url.pathname === "/api/silent") return;
      if (url.pathname === "/api/gone") await route.abort("connectionrefused");
      else if (url.pathname === "/api/proxy") await route.fulfill({ status: 502, body: "<html>" });
      else {
        // One origin, as when the service serves the page itself.
        const headers = { ...route.request().headers(), origin: service.url };
        const response = await route.fetch({ url: service.url + url.pathname + url.search, headers });
        await route.fulfill({ response });
      }
    });
    await page.goto(bundled.url);
  });

  for (const way of ["fetch", "xhr"] as const) {
    describe(`by ${way}`, () => {
      it("signs in, asks and is refused as the service says", async () => {
        const answers = await page.evaluate(
          async ({ way, password }) => {
            const transport = transports[way];
            const body = { name: "b11-secretary", password };
            const signedIn = await transport.ask<{ readonly token: string }>("POST", "/session", { body });
            const before = await transport.ask("GET", "/duties");
            transport.useToken(signedIn.ok ? signedIn.value.token : null);
            return {
              before,
              duties: (await transport.ask("GET", "/duties")).ok,
              missing: await transport.ask("GET", "/ledgers/none"),
              out: await transport.ask("DELETE", "/session"),
            };
          },
          { way, password: KNOWN_PASSWORD },
        );
        assert.deepEqual(answers, {
          before: { ok: false, refusal: { code: "not-signed-in" } },
          duties: true,
          missing: { ok: false, refusal: { code: "not-found" } },
          out: { ok: true, value: undefined },
        });
      });

      it("tells a service that is silent, gone or hidden behind a proxy's error page as unreachable", async () => {
        const answers = await page.evaluate(async (way) => {
          const transport = transports[way];
          return await Promise.all([
            transport.ask("GET", "/silent", { timeoutMs: 300 }),
            transport.file("GET", "/silent", { timeoutMs: 300 }),
            transport.ask("GET", "/gone"),
            transport.ask("POST", "/proxy", { body: {} }),
          ]);
        }, way);
        assert.deepEqual(answers, [UNREACHABLE, UNREACHABLE, UNREACHABLE, UNREACHABLE]);
      });

      it("fetches a file with its Chinese name", async () => {
        await page.route("**/api/file", (route) =>
          route.fulfill({
            headers: { "content-disposition": "attachment; filename*=UTF-8''%E5%8F%B0%E8%B4%A6.xlsx" },
            body: "content",
          }),
        );
        const file = await page.evaluate(async (way) => {
          const answer = await transports[way].file("GET", "/file");
          return answer.ok ? [answer.value.fileName, await answer.value.content.text()] : answer;
        }, way);
        assert.deepEqual(file, ["台账.xlsx", "content"]);
      });
    });
  }

  it("an upload that nobody takes, and one that was stopped, say so", async () => {
    const told = await page.evaluate(async () => {
      const stop = new AbortController();
      const content = new Blob(["x".repeat(10_000)]);
      const stopped = transports.xhr.upload("/silent", content, { signal: stop.signal });
      stop.abort();
      return [await transports.xhr.upload("/proxy", content), await stopped];
    });
    assert.deepEqual(told, [UNREACHABLE, { ok: false, refusal: { code: "upload-interrupted" } }]);
  });
});
