import type { ReactNode } from "react";
import type { Loadable } from "#addin/components/admin/loadable.ts";
import type { Language } from "#core/wording/language.ts";
import type { Duty, LedgerList, LedgerListQuery } from "#core/protocol/ledgers.ts";
import type { Me } from "#core/protocol/session.ts";

export type Relation = LedgerListQuery["relation"];
export type PlaceName =
  "standings" | "fairness" | "templates" | "stages" | "accounts" | "audit" | "personal-centre" | "notices";

export interface LedgerWish {
  readonly relation: Relation;
  readonly year: number | null;
  readonly search: string;
}

export interface ShellProps {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly me: Me;
  readonly online: boolean;
  readonly onRetry: () => void;
  readonly unread: number;
  readonly duties: Loadable<readonly Duty[]>;
  readonly onDuty: (duty: Duty) => void;
  readonly wish: LedgerWish;
  readonly onWish: (wish: LedgerWish) => void;
  readonly ledgers: Loadable<LedgerList>;
  readonly onMore: () => void;
  readonly openLedger: string | null;
  readonly onLedger: (id: string) => void;
  readonly onCopyNew: () => void;
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
