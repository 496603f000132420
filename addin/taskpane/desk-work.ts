/** What the pane does in the desk program itself; what that will not do is told, never thrown at the officer. */
import { HostFailure } from "#addin/hosts/host-failure.ts";
import type { OpenDesk } from "#addin/hosts/open-desk.ts";
import { saveFile } from "#addin/session/book/save-file.ts";
import type { SavesFile } from "#addin/session/evidence-functions.ts";
import type { DeskRefusalShown } from "#addin/wording/pane/say-desk-refusal.ts";
import type { CellPlace } from "#core/sheet/reading.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { CellKeys } from "#core/sheet/sheet-host.ts";
import { placeOfKeys } from "#core/sheet/place-of-keys.ts";
import { snapshotOfBook } from "#core/sheet/snapshot/snapshot-of-book.ts";

export interface DeskWork {
  /** Selects a cell and puts the keyboard into the sheet. */
  readonly goTo: (place: CellPlace) => void;
  /** Finds the cell by its keys first, wherever it stands now. */
  readonly goToCell: (cell: CellKeys) => void;
  readonly save: SavesFile;
}

export function deskWork(
  desk: OpenDesk,
  book: SheetBook | null,
  onRefused: (refusal: DeskRefusalShown) => void,
): DeskWork {
  const { sheet } = desk;
  const select = async (place: CellPlace): Promise<void> => {
    await sheet.select(place);
    sheet.focus();
  };
  const find = async (cell: CellKeys): Promise<void> => {
    const place = book ? placeOfKeys(snapshotOfBook(book), await sheet.read(), cell) : undefined;
    if (place) await select(place);
    else onRefused({ code: "sheet-gone" });
  };
  return {
    goTo: (place) => void tried(() => select(place), onRefused),
    goToCell: (cell) => void tried(() => find(cell), onRefused),
    save: (name, content) => (desk.saveFile ?? saveFile)(name, content),
  };
}

export async function tried(work: () => Promise<void>, onRefused: (refusal: DeskRefusalShown) => void): Promise<void> {
  try {
    await work();
  } catch (failure) {
    if (!(failure instanceof HostFailure)) throw failure;
    onRefused(failure);
  }
}
