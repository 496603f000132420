import type { ReactNode } from "react";
import type { Language } from "#core/wording/language.ts";
import type { PanePlace } from "./pane-place.ts";

export interface PaneFrameProps {
  readonly language: Language;
  readonly place: PanePlace;
  readonly onPlace: (place: PanePlace) => void;
  readonly online: boolean;
  /** Changed cells that were not sent, and what the sheet's check found. */
  readonly counts: { readonly changes: number; readonly findings: number; readonly waiting: number };
  /** What is open, and what is said about it. */
  readonly head: ReactNode;
  readonly children: ReactNode;
}
