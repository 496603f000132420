import type { LedgerLevel } from "#core/ledger/template/template.ts";
import type { WindowView } from "#core/protocol/ledgers.ts";
import type { StagesScreenProps } from "./stages-screen-props.ts";

/** One level of the screen with the setting that holds there. */
export interface LevelAt {
  readonly props: StagesScreenProps;
  readonly level: LedgerLevel;
  readonly view: WindowView | undefined;
}
