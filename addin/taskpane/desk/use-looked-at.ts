import { useEffect, useRef, useState } from "react";
import type { OpenDesk } from "#addin/hosts/open-desk.ts";
import type { DeskSessionState } from "#addin/session/desk/desk-session-state.ts";
import type { CellPlace } from "#core/sheet/reading.ts";
import { tried } from "./desk-work.ts";
import { lookAt, NOTHING_SELECTED, type LookedAt } from "./look-at.ts";

/** Somebody who walks through the sheet by arrow key wants no reading at every step. */
const REST_MS = 150;

export interface LookedAtNeeds {
  readonly desk: OpenDesk;
  readonly state: DeskSessionState;
  /** Does the place that is shown want to know? */
  readonly wanted: boolean;
}

/** What the pane says about the selected cell; read anew when the selection or the book moves. */
export function useLookedAt({ desk, state, wanted }: LookedAtNeeds): LookedAt {
  const place = useSelection(desk);
  const [looked, setLooked] = useState<LookedAt>(NOTHING_SELECTED);
  const { book, view, changes, phase, drawing } = state;
  const isDrawing = drawing !== null;
  const turn = useRef(0);
  useEffect(() => {
    if (!wanted || !place || isDrawing) return;
    const mine = (turn.current += 1);
    const timer = setTimeout(
      () =>
        void tried(async () => {
          const reading = await desk.sheet.read();
          if (mine !== turn.current) return;
          setLooked(lookAt({ place, reading, drawn: book && view ? { book, view } : null }));
        }, nothingKnown),
      REST_MS,
    );
    return () => clearTimeout(timer);
  }, [desk, wanted, place, book, view, changes, phase, isDrawing]);
  return looked;
}

/** A cell that is being edited cannot be read; the card keeps what it showed. */
function nothingKnown(): void {
  return undefined;
}

function useSelection(desk: OpenDesk): CellPlace | null {
  const [place, setPlace] = useState<CellPlace | null>(null);
  useEffect(() => {
    let wanted = true;
    void tried(async () => {
      const now = await desk.sheet.selection();
      if (wanted) setPlace(now);
    }, nothingKnown);
    const leave = desk.sheet.onSelection(setPlace);
    return () => {
      wanted = false;
      leave();
    };
  }, [desk]);
  return place;
}
