import { HostFailure } from "#addin/hosts/host-failure.ts";
import type { GridBoard } from "../grid-board.ts";

const LOOK_MS = 50;
/** A second: who draws asks five times (`whileNobodyTypes`). */
const LONGEST_LOOKS = 20;

/**
 * A book is not exchanged under the officer's hands: while he types into a cell the drawing waits, a second each time that it is
 * asked for, then it is not drawn: half a value is not taken for typed. Whoever went on to a button beside the sheet has typed to the end.
 * @throws HostFailure typed-meanwhile
 */
export async function untilTyped(board: GridBoard, container: HTMLElement): Promise<void> {
  for (let look = 0; look < LONGEST_LOOKS && isTypedInto(board, container); look += 1)
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  if (isTypedInto(board, container)) throw new HostFailure("typed-meanwhile");
  if (board.workbook.isCellEditing()) await board.workbook.endEditingAsync(true);
}

function isTypedInto(board: GridBoard, container: HTMLElement): boolean {
  return board.workbook.isCellEditing() && container.contains(document.activeElement);
}
