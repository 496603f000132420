import type { LedgerPanelProps } from "#addin/screens/ledger/ledger-screen-props.ts";
import type { PlacesProps } from "./places-props.ts";

export interface LedgerPlacesProps extends PlacesProps {
  readonly place: "changes" | "cell" | "evidence" | "talk";
}

export type LedgerPanelPlaceProps = LedgerPlacesProps & { readonly screen: LedgerPanelProps };
