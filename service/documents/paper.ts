/** A4 in twips (1/1440 inch), and the margin on each side. */
export const SHORT_SIDE = 11_906;
export const LONG_SIDE = 16_838;
export const MARGIN = 1_000;

export function usableWidth(orientation: "portrait" | "landscape"): number {
  return (orientation === "landscape" ? LONG_SIDE : SHORT_SIDE) - 2 * MARGIN;
}

/** Pictures are measured in pixels of 1/96 inch. */
export const PIXELS = { width: usableWidth("portrait") / 15, height: (LONG_SIDE - 2 * MARGIN) / 15 - 60 } as const;
