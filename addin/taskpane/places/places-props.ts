import type { Lists } from "#addin/account/use-lists.ts";
import type { PanePlace } from "#addin/screens/pane-frame/pane-place.ts";
import type { DeskSessionState } from "#addin/session/desk/desk-session-state.ts";
import type { LedgerGap } from "#core/sheet/ledger/ledger-gaps.ts";
import type { DeskWork } from "../desk/desk-work.ts";
import type { LookedAt } from "../desk/look-at.ts";
import type { SignedInPaneProps } from "../pane-props.ts";

/** What every place of the pane is drawn with. */
export interface PlacesProps extends SignedInPaneProps {
  readonly state: DeskSessionState;
  readonly place: PanePlace;
  readonly go: (place: PanePlace) => void;
  readonly lists: Lists;
  readonly work: DeskWork;
  readonly looked: LookedAt;
  readonly gaps: readonly LedgerGap[] | null;
  /** Milliseconds since 1970; null: nothing was sent since the pane was opened. */
  readonly lastSentAt: number | null;
}
