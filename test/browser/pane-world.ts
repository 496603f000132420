import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:net";
import type { Browser } from "playwright-core";
import type { TemplateView } from "#core/protocol/templates.ts";
import { launchChromium } from "#test/environment/chromium.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { journeyTemplate } from "#test/journeys/journey-template.ts";
import { deskOf, openStages, publishTemplate, type LedgerDesk } from "#test/journeys/ledger-desk.ts";

/** What the panes of a journey work against: the owner's ledger of this year and of the last. */
export interface PaneWorld {
  readonly service: TestService;
  readonly browser: Browser;
  /** Asks the service as the owner's unit account, a second officer of the same ledger. */
  readonly http: LedgerDesk;
  readonly ledger: string;
  close(): Promise<void>;
}

export async function openPaneWorld(): Promise<PaneWorld> {
  // A port of its own, so that a service that was stopped comes back where its pages are.
  const environment = { TAIZHANG_PORT: String(await freePort()) };
  const [service, browser] = await Promise.all([startTestService({ environment }), launchChromium()]);
  const owner = await deskOf(service, "b11-secretary");
  const then = await publishTemplate(service, journeyTemplate({ year: 2025 }));
  await openStages(service, { level: "branch", year: 2025 });
  const earlier = await owner.copyNew(then);
  await owner.attach(earlier, "q1", { name: "会议记录.txt", text: "去年的会议记录" });
  const now = await nextYear(service, then);
  await openStages(service, { level: "branch" });
  const ledger = await owner.copyNew(now);
  const http = await deskOf(service, "b11");
  return {
    ...{ service, browser, http, ledger },
    async close() {
      await browser.close();
      await service.close();
    },
  };
}

async function nextYear(service: TestService, last: TemplateView): Promise<TemplateView> {
  const officer = await service.signIn("officer");
  const draft = await officer.ask<TemplateView>("POST", `/template-versions/${last.versionId}/revise`);
  const body = journeyTemplate({ year: 2026 });
  await officer.ask("PUT", `/template-versions/${draft.versionId}`, { baseRevision: draft.revision, body });
  return await officer.ask<TemplateView>("POST", `/template-versions/${draft.versionId}/publish`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  assert.ok(typeof address === "object" && address !== null);
  server.close();
  await once(server, "close");
  return address.port;
}
