import type { ReactNode } from "react";
import type { Loadable } from "#addin/components/admin/loadable.ts";
import type { Language } from "#core/wording/language.ts";
import type { LedgerFinderProps } from "#addin/components/ledgers/ledger-finder.tsx";
import type { Duty } from "#core/protocol/ledgers.ts";
import type { Me } from "#core/protocol/session.ts";

export type PlaceName =
  | "records"
  | "procedures"
  | "reports"
  | "standings"
  | "fairness"
  | "templates"
  | "stages"
  | "accounts"
  | "audit"
  | "personal-centre"
  | "notices";

export interface ShellProps extends LedgerFinderProps {
  readonly onLanguage: (language: Language) => void;
  readonly me: Me;
  readonly online: boolean;
  readonly onRetry: () => void;
  readonly unread: number;
  readonly duties: Loadable<readonly Duty[]>;
  readonly onDuty: (duty: Duty) => void;
  /** Places this account may go to, in order. */
  readonly places: readonly PlaceName[];
  readonly place: PlaceName | null;
  readonly onPlace: (place: PlaceName) => void;
  readonly onPost: (postId: string) => void;
  readonly onSignOut: () => void;
  readonly sideOpen: boolean;
  readonly onSide: (open: boolean) => void;
  readonly children: ReactNode;
}
