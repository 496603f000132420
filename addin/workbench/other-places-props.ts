import type { OfficeClient } from "#addin/service-client/office-client.ts";
import type { PlaceName } from "#addin/screens/shell/shell-props.ts";
import type { SignedInProps } from "#addin/account/signed-in-props.ts";
import type { Notice } from "#core/protocol/ledgers.ts";
import type { Wanted } from "./place.ts";

export interface OtherPlacesProps extends SignedInProps {
  readonly client: OfficeClient;
  readonly place: PlaceName;
  /** What of the place one was led to; left out: one came by oneself. */
  readonly ledTo?: Wanted | undefined;
  readonly onNotice: (notice: Notice) => void;
  readonly onLedger: (id: string) => void;
  readonly onTell: (text: string) => void;
  /** So many changes are unsent: nobody leaves them behind unasked. */
  readonly onUnsent: (count: number) => void;
  /** Notices were read: their number has changed. */
  readonly onRead: () => void;
}
