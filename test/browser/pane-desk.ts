import type { Browser, BrowserContext } from "playwright-core";
import type { CommandId } from "#addin/commands/commands.ts";
import type { DeskHands } from "./desk-hands.ts";
import type { PanePage } from "./pane-page.ts";

/** The officer's hands from this process, wherever the workbook stands. */
export type RemoteHands = {
  readonly [K in keyof DeskHands]: (...given: Parameters<DeskHands[K]>) => Promise<Awaited<ReturnType<DeskHands[K]>>>;
};

/** One officer's desk: a workbook that stays, and the pane that is opened and closed beside it. */
export interface PaneDesk {
  readonly hands: RemoteHands;
  readonly context: BrowserContext;
  /** Opens the pane on the workbook as it stands, over the storage of this desk. */
  open(): Promise<PanePage>;
  closePane(): Promise<void>;
  /** A button of the ribbon. */
  command(id: CommandId): Promise<void>;
  /** The program's own way from a computed cell to what it is made of. */
  drillDown(cell: Parameters<DeskHands["select"]>[0]): Promise<void>;
  /** @throws when anything was wrong on its pages, or something was used that the program does not have */
  close(): Promise<void>;
}

export interface PaneDeskNeeds {
  readonly browser: Browser;
  readonly url: string;
}

export type OpensPaneDesk = (needs: PaneDeskNeeds) => Promise<PaneDesk>;

export const PANE_SIZE = { width: 350, height: 768 };
