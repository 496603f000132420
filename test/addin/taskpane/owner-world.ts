import type { Browser } from "playwright-core";
import { launchChromium } from "#test/environment/chromium.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import type { BundledPage } from "#test/browser/bundled-page.ts";
import { journeyTemplate } from "#test/journeys/journey-template.ts";
import { deskOf, openStages, publishTemplate, type LedgerDesk } from "#test/journeys/ledger-desk.ts";
import { bundlePane } from "./pane-driver.ts";

/** A service, a browser and the pane's page, and a branch's secretary with a ledger of his own that has some evidence. */
export interface OwnerWorld {
  readonly service: TestService;
  readonly browser: Browser;
  readonly site: BundledPage;
  readonly owner: LedgerDesk;
  readonly ledger: string;
  close(): Promise<void>;
}

export async function openOwnerWorld(): Promise<OwnerWorld> {
  const [service, browser, site] = await Promise.all([startTestService(), launchChromium(), bundlePane()]);
  const template = await publishTemplate(service, journeyTemplate());
  await openStages(service, { level: "branch" });
  const owner = await deskOf(service, "b11-secretary");
  const ledger = await owner.copyNew(template);
  await owner.attach(ledger, "q1", { name: "会议记录.txt", text: "三月支部党员大会会议记录" });
  const close = async (): Promise<void> => {
    await browser.close();
    await site.close();
    await service.close();
  };
  return { service, browser, site, owner, ledger, close };
}
