import { styleOf } from "#core/sheet/cell-state.ts";
import type { CellState } from "#core/sheet/cell.ts";
import type { CellKeys } from "#core/sheet/sheet-host.ts";
import type { SeenCell } from "./desk-hands.ts";
import type { PaneDesk } from "./pane-desk.ts";
import type { PanePage } from "./pane-page.ts";

export interface SeenSheet {
  readonly cell: (at: CellKeys) => Promise<SeenCell>;
  readonly stands: (at: CellKeys, value: string | number | null) => Promise<void>;
  readonly looks: (at: CellKeys, state: CellState) => Promise<void>;
  readonly isSelected: (at: CellKeys) => Promise<void>;
}

/** The workbook beside the pane as the officer sees it, once it has come so far. */
export function seenSheet(desk: () => PaneDesk, pane: () => PanePage): SeenSheet {
  const cell = (at: CellKeys) => desk().hands.cell(at);
  return {
    cell,
    stands: (at, value) =>
      pane().until(async () => (await cell(at)).value === value, `${at.row} ${at.column} = ${String(value)}`),
    looks: (at, state) =>
      pane().until(async () => (await cell(at)).fill === styleOf(state).fill, `${at.row} looks ${state}`),
    async isSelected(at) {
      const { address } = await cell(at);
      await pane().until(async () => (await desk().hands.selected()) === address, `${address} is selected`);
    },
  };
}
