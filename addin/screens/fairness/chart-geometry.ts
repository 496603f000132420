import type { RaterShown } from "./fairness-screen-props.ts";

/** Where one rater's bar and whisker lie, in the chart's own units. */
export interface Bar {
  readonly key: string;
  readonly y: number;
  readonly width: number;
  /** One spread below and above the mean, kept inside 0..100. */
  readonly whisker: readonly [number, number];
  readonly rater: RaterShown;
}

export interface ChartGeometry {
  readonly height: number;
  readonly bars: readonly Bar[];
  readonly ticks: readonly { readonly percent: number; readonly x: number }[];
}

export const ROW = 26;
export const BAR = 14;
export const LEFT = 76;
export const PLOT = 300;
const TOP = 22;
const TICKS = [0, 25, 50, 75, 100];

export function chartGeometry(raters: readonly RaterShown[]): ChartGeometry {
  return {
    height: TOP + raters.length * ROW + 4,
    ticks: TICKS.map((percent) => ({ percent, x: xOf(percent) })),
    bars: raters.map((rater, index) => {
      const [mean, spread] = [Number(rater.mean), Number(rater.spread)];
      return {
        key: `${rater.raterClass} ${rater.personId}`,
        y: TOP + index * ROW + (ROW - BAR) / 2,
        width: xOf(mean) - LEFT,
        whisker: [xOf(mean - spread), xOf(mean + spread)],
        rater,
      };
    }),
  };
}

function xOf(percent: number): number {
  return LEFT + (Math.min(100, Math.max(0, percent)) / 100) * PLOT;
}
