import type { CellValue } from "#core/sheet/cell.ts";
import type { PushEdit } from "#core/protocol/push.ts";
import { fieldKey } from "../book/book-cells.ts";

/**
 * By field, what the sheet may show of what waits in the outbox: the value that was typed last, and the one that is sent last.
 * A button types nothing into the sheet: what was typed and queued before it is no change that still has to be sent.
 */
export type WaitingValues = ReadonlyMap<string, readonly CellValue[]>;

/** @param edits in the order they were queued; whatever was typed comes with its place. */
export function waitingValues(edits: readonly PushEdit[]): WaitingValues {
  const typed = new Map<string, CellValue>();
  const values = new Map<string, readonly CellValue[]>();
  for (const edit of edits) {
    const key = fieldKey(edit);
    if (edit.place !== undefined) typed.set(key, edit.value);
    const before = typed.get(key);
    values.set(key, before === undefined ? [edit.value] : [before, edit.value]);
  }
  return values;
}
