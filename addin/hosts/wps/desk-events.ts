import { oncePerTurn } from "../once-per-turn.ts";
import type { WpsApplication, WpsListener, WpsWorksheet } from "./wps-application.ts";

export interface DeskListeners {
  readonly selected: () => void;
  /** undefined: told by ourselves. */
  readonly edited: (sheet: WpsWorksheet | undefined) => void;
}

export interface DeskEvents {
  /** While it runs, what happens in the workbook was us. */
  own<T>(work: () => Promise<T>): Promise<T>;
  tellSelected(): void;
  tellEdited(): void;
  close(): void;
}

/**
 * The program's events, once per turn: a paste is many cells and one edit. Events are switched off around our own writes; this
 * is the second lock, because nothing in SheetChange says who it was.
 */
export function watchDesk(app: WpsApplication, listeners: DeskListeners): DeskEvents {
  let [ownWork, isClosed] = [0, false];
  const selected = oncePerTurn(() => {
    if (!isClosed) listeners.selected();
  });
  const edited = oncePerTurn<WpsWorksheet | undefined>((sheet) => {
    if (!isClosed) listeners.edited(sheet);
  });
  const onChange: WpsListener = (sheet) => {
    if (ownWork === 0) edited(sheet);
  };
  const onSelect: WpsListener = () => {
    if (ownWork === 0) selected(undefined);
  };
  const known = [
    ["SheetChange", onChange],
    ["SheetSelectionChange", onSelect],
    ["SheetActivate", onSelect],
  ] as const;
  for (const [name, listener] of known) app.ApiEvent.AddApiEventListener(name, listener);
  return {
    async own(work) {
      ownWork += 1;
      try {
        return await work();
      } finally {
        ownWork -= 1;
      }
    },
    tellSelected: () => selected(undefined),
    tellEdited: () => edited(undefined),
    close: () => {
      isClosed = true;
      for (const [name, listener] of known) app.ApiEvent.RemoveApiEventListener(name, listener);
    },
  };
}
