import type { Result } from "#core/kernel/result.ts";
import type { DeskSheet } from "./desk-sheet.ts";

/** What an entry page hands to the pane once its desk program answered. */
export interface OpenDesk {
  readonly kind: "excel" | "wps";
  readonly sheet: DeskSheet;
  /** Storage of this desk that survives closing the program; null where it is forbidden. */
  readonly storage: DeskStorage | null;
  /** Ribbon and context menu; the ids are those of addin/commands/commands.ts. */
  onCommand(listener: (id: string) => void): () => void;
  /** Saves a file through the desk, where a browser's download works; undefined: use the page's own way. */
  readonly saveFile?: (name: string, content: Blob) => Promise<void>;
}

/** The part of localStorage (Excel) and PluginStorage (WPS) that is needed. */
export interface DeskStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** Why there is no desk; the pane says it plainly. */
export type DeskMissing =
  | { readonly code: "not-in-host"; readonly wanted: "excel" | "wps" }
  | { readonly code: "host-too-old"; readonly needs: string; readonly has: string }
  | { readonly code: "host-silent"; readonly seconds: number }
  | { readonly code: "office-js-missing" };

export type OpensDesk = () => Promise<Result<OpenDesk, DeskMissing>>;
