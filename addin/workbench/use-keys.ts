import { useEffect, useRef } from "react";

export interface Keys {
  readonly onSave: () => void;
  readonly onEscape: () => void;
  readonly onNextArea: (area: string) => void;
}

/** Ctrl+S, F6 and Escape before anything on the page sees them, because the grid's editor keeps every key for itself. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === "s" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        event.stopPropagation();
        latest.current.onSave();
      } else if (event.key === "F6") {
        event.preventDefault();
        event.stopPropagation();
        latest.current.onNextArea(focusNextArea(event.shiftKey));
      } else if (event.key === "Escape" && !event.isComposing && isInPanel(event.target)) {
        latest.current.onEscape();
      }
    };
    window.addEventListener("keydown", press, true);
    return () => window.removeEventListener("keydown", press, true);
  }, []);
}

/** A form in the panel that closes by itself leaves the panel open. */
function isInPanel(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("[data-area='panel']") !== null &&
    target.closest(".report-explain") === null &&
    document.querySelector("[role='dialog']") === null
  );
}

/** @returns the area that has the focus now. */
function focusNextArea(backwards: boolean): string {
  const areas = [...document.querySelectorAll<HTMLElement>("[data-area]")].filter(
    (area) => area.closest("[inert]") === null,
  );
  const at = areas.findIndex((area) => area.contains(document.activeElement));
  const next = areas.at((at + (backwards ? -1 : 1)) % Math.max(1, areas.length));
  const target =
    next?.querySelector<HTMLElement>("button[aria-current], [aria-selected='true'], button, [tabindex]") ?? next;
  target?.focus();
  return next?.dataset["area"] ?? "";
}
