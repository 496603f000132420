import { useId } from "react";
import type { FairnessWords } from "#addin/wording/ledger/fairness-words.ts";
import { BAR, chartGeometry, LEFT, PLOT, type Bar } from "./chart-geometry.ts";
import type { RaterShown } from "./fairness-screen-props.ts";

const WIDTH = LEFT + PLOT + 54;

/** Bars of means with whiskers of spreads. Everything it shows stands in the table too, which its text says. */
export function FairnessChart(props: { readonly words: FairnessWords; readonly raters: readonly RaterShown[] }) {
  const { words, raters } = props;
  const titleId = useId();
  const textId = useId();
  const { height, bars, ticks } = chartGeometry(raters);
  const means = raters.map(({ mean }) => Number(mean));
  const text = words.chartText({
    raters: raters.length,
    lowest: Math.min(...means).toFixed(2),
    highest: Math.max(...means).toFixed(2),
    maximum: raters.filter(({ alwaysMaximum }) => alwaysMaximum).length,
  });
  return (
    <svg
      className="fairness-chart"
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-labelledby={`${titleId} ${textId}`}
    >
      <title id={titleId}>{words.chartTitle}</title>
      <desc id={textId}>{text}</desc>
      {ticks.map(({ percent, x }) => (
        <g key={percent} className="fairness-tick">
          <line x1={x} x2={x} y1={18} y2={height} />
          <text x={x} y={12} textAnchor="middle">
            {percent}
          </text>
        </g>
      ))}
      {bars.map((bar) => (
        <ChartBar key={bar.key} bar={bar} words={words} />
      ))}
    </svg>
  );
}

function ChartBar({ bar, words }: { readonly bar: Bar; readonly words: FairnessWords }) {
  const { y, width, rater } = bar;
  const [low, high] = bar.whisker;
  const middle = y + BAR / 2;
  return (
    <g className={rater.alwaysMaximum ? "fairness-bar fairness-bar-maximum" : "fairness-bar"}>
      <title>{words.barText(rater)}</title>
      <text x={LEFT - 8} y={middle} dominantBaseline="central" textAnchor="end">
        {rater.name}
      </text>
      <rect x={LEFT} y={y} width={width} height={BAR} rx={2} />
      <path d={`M${low} ${middle}H${high}M${low} ${y + 3}V${y + BAR - 3}M${high} ${y + 3}V${y + BAR - 3}`} />
      <text className="fairness-value" x={LEFT + PLOT + 8} y={middle} dominantBaseline="central">
        {rater.mean}
      </text>
    </g>
  );
}
