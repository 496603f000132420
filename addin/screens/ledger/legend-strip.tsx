import { styleOf } from "#core/sheet/cell-state.ts";
import type { CellState } from "#core/sheet/cell.ts";
import type { LegendEntry } from "#core/sheet/sheet-book.ts";

/** Symbol, colour and name of every state that the book uses; colour is never alone. */
export function LegendStrip({ label, entries }: { readonly label: string; readonly entries: readonly LegendEntry[] }) {
  return (
    <ul className="ledger-legend" aria-label={label}>
      {entries.map((entry) => {
        const { fill, font } = styleOf(entry.state as CellState);
        return (
          <li key={entry.state}>
            <span
              className="ledger-swatch"
              aria-hidden="true"
              style={{
                background: fill === null ? "#FFFFFF" : `#${fill}`,
                color: font === null ? "#1F2937" : `#${font}`,
              }}
            >
              {entry.symbol}
            </span>
            {entry.label}
          </li>
        );
      })}
    </ul>
  );
}
