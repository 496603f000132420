import { WorkbookModel } from "#test/fakes/workbook/workbook-model.ts";
import { WorkbookUser } from "#test/fakes/workbook/workbook-user.ts";
import { openFakeWps } from "#test/fakes/wps/open-fake-wps.ts";
import { DeskHands } from "../desk-hands.ts";

/** WPS as a page: it opens the pages of the plug-in as windows, because its interface is synchronous. */
export interface WpsProgram {
  readonly application: unknown;
  readonly hands: DeskHands;
  /** As somebody at the desk sees them. */
  panes(): readonly { readonly url: string; readonly visible: boolean }[];
  /** The officer closes them; ones that a command shows again are opened anew. */
  hidePanes(): void;
  assertClean(): void;
}

declare global {
  interface Window {
    wpsProgram: WpsProgram;
  }
}

const workbook = new WorkbookModel();
workbook.calculation = "automatic";
const fake = openFakeWps(workbook);

window.wpsProgram = {
  application: fake.application,
  hands: new DeskHands(workbook, new WorkbookUser(workbook)),
  panes: () => fake.plugin.seen(),
  hidePanes() {
    for (const pane of fake.plugin.panes) pane.Visible = false;
  },
  assertClean: () => fake.gate.assertClean(),
};
