import assert from "node:assert/strict";
import type { Browser, BrowserContext, BrowserContextOptions } from "playwright-core";

export interface WatchedContext {
  readonly context: BrowserContext;
  /** @throws what was wrong on any page since the beginning */
  readonly assertClean: () => void;
}

/** A browser of one officer in which nothing may break, be forbidden by the content policy or be asked from outside. */
export async function watchedContext(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<WatchedContext> {
  const context = await browser.newContext({ locale: "zh-CN", ...options });
  context.setDefaultTimeout(60_000);
  const wrong: string[] = [];
  context.on("weberror", (error) => wrong.push(error.error().stack ?? error.error().message));
  context.on("request", (request) => {
    const isOurs = [`${url}/`, "data:", "blob:"].some((start) => request.url().startsWith(start));
    if (!isOurs) wrong.push(`asked outside: ${request.url()}`);
  });
  await context.exposeFunction("tellViolation", (what: string) => wrong.push(`content policy: ${what}`));
  await context.addInitScript(`addEventListener("securitypolicyviolation", (event) =>
    tellViolation(event.violatedDirective + " " + event.blockedURI));`);
  return { context, assertClean: () => assert.deepEqual(wrong, []) };
}
