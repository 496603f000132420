import { useEffect, useRef, useState } from "react";
import type { OpenGrid } from "#addin/hosts/grid/open-grid.ts";
import type { Language } from "#core/wording/language.ts";

export interface GridEvents {
  readonly onRefused: (place: { readonly sheet: string; readonly address: string }) => void;
  readonly onLink?: (link: string) => void;
}

/** A grid inside the element of `place`; null until its code is there. A new language is a new grid. */
export function useGrid(language: Language, events: GridEvents) {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(events);
  latest.current = events;
  const [grid, setGrid] = useState<OpenGrid | null>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let wanted = true;
    let opened: OpenGrid | null = null;
    void import("#addin/hosts/grid/open-grid.ts")
      .then(({ openGrid }) =>
        openGrid(element, {
          language,
          onRefused: (at) => latest.current.onRefused(at),
          onLink: (link) => latest.current.onLink?.(link),
        }),
      )
      .then((made) => {
        opened = made;
        if (wanted) setGrid(made);
        else made.close();
      });
    return () => {
      wanted = false;
      setGrid(null);
      opened?.close();
    };
  }, [language]);
  return { place, grid };
}
