import { useId } from "react";
import "./charts.css";

export interface ChartBar {
  readonly key: string;
  readonly label: string;
  readonly value: number;
}

export interface BarChartProps {
  readonly title: string;
  /** Says in words what the bars say; a table beside the chart has the figures. */
  readonly text: string;
  readonly bars: readonly ChartBar[];
}

const WIDTH = 720;
const LEFT = 190;
const RIGHT = 70;
const LINE = 24;
const BAR = 16;
const LONGEST = 14;

/** Horizontal bars, one per value, each with its number. */
export function BarChart({ title, text, bars }: BarChartProps) {
  const titleId = useId();
  const textId = useId();
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const widthOf = (value: number): number => Math.round(((WIDTH - LEFT - RIGHT) * value) / most);
  return (
    <svg
      className="bar-chart"
      viewBox={`0 0 ${String(WIDTH)} ${String(bars.length * LINE + 4)}`}
      role="img"
      aria-labelledby={`${titleId} ${textId}`}
    >
      <title id={titleId}>{title}</title>
      <desc id={textId}>{text}</desc>
      {bars.map(({ key, label, value }, index) => (
        <g key={key}>
          <title>{`${label} ${String(value)}`}</title>
          <text x={LEFT - 8} y={index * LINE + LINE / 2} textAnchor="end" dominantBaseline="central">
            {shortened(label)}
          </text>
          <rect x={LEFT} y={index * LINE + (LINE - BAR) / 2} width={widthOf(value)} height={BAR} rx={2} />
          <text x={LEFT + widthOf(value) + 6} y={index * LINE + LINE / 2} dominantBaseline="central">
            {value}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** The whole label stands in the table and in the bar's own title. */
function shortened(label: string): string {
  const narrow = label.match(/[\u0020-\u024f]/gu)?.length ?? 0;
  return label.length - narrow / 2 <= LONGEST ? label : `${label.slice(0, LONGEST - 1)}…`;
}
