import type { PanelFunctions } from "#addin/screens/ledger/ledger-screen-props.ts";
import type { ServiceClient } from "#addin/service-client/service-client.ts";
import { evidenceFunctions } from "#addin/session/evidence-functions.ts";
import type { DeskSession } from "#addin/session/desk/desk-session.ts";
import type { DeskWork } from "./desk-work.ts";

export interface PaneTools {
  readonly client: ServiceClient;
  readonly session: DeskSession;
  readonly work: DeskWork;
  readonly ledgerId: string;
}

/** What the ledger's panels may ask for in a desk program. */
export function paneFunctions({ client, session, work, ledgerId }: PaneTools): PanelFunctions {
  return {
    ...evidenceFunctions({ client, ledgerId, refresh: () => void session.refresh(), save: work.save }),
    async send(keys) {
      await session.send(keys);
    },
    act: (edit) => session.sendEdits([edit]),
    takeBack: (key) => void session.takeBack(key),
    keepMine: (key) => void session.keepMine(key),
    restoreFormula: (place) => void session.restoreFormula(place),
    setReason: (key, reason) => session.setReason({ key }, reason),
    goTo: work.goTo,
    history: (record, field) => client.history(ledgerId, { record, field }),
  };
}
