import assert from "node:assert/strict";
import { styleOf } from "#core/sheet/cell-state.ts";
import type { CellState } from "#core/sheet/cell.ts";
import type { LedgerView } from "#core/sheet/ledger/ledger-view.ts";
import type { DrivenCell } from "#test/contracts/sheet-host.ts";
import { quantitative } from "../edit-script.ts";
import type { OfficeDesk } from "./office-desk.ts";

export const score = (item: string): DrivenCell => quantitative(item, "score");
export const figure = (name: string): DrivenCell => ({ sheet: "totals", row: `#figure:${name}`, column: "value" });

/** Never by colour alone, but the colour is what every program shows. */
export function assertState(desk: OfficeDesk, at: DrivenCell, state: CellState): void {
  assert.equal(desk.fill(at)?.replace("#", ""), styleOf(state).fill, `${at.row} ${at.column} is not ${state}`);
}

/** Whatever figure the viewer has in his sheets, calculated there, is the service's. */
export function assertFigures(desk: OfficeDesk, view: LedgerView | null): void {
  assert.ok(view);
  const { totals } = view;
  for (const { key, subtotal } of totals.sections)
    assert.equal(desk.shown(quantitative(`#total:${key}`, "score")), Number(subtotal), key);
  const shown = (name: "quantitativeSum" | "quantitative" | "qualitativeSum" | "qualitative" | "total") =>
    assert.equal(desk.shown(figure(name)), Number(totals[name]), name);
  shown("quantitativeSum");
  shown("quantitative");
  if (view.viewer === "peer") return;
  shown("qualitativeSum");
  shown("qualitative");
  shown("total");
  assert.equal(desk.shown(figure("grade")), totals.grade);
}
