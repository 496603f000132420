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
  /**
   * Finds the cell by its keys first, wherever it stands now.
   * @param together selected with it, as far as they are of the same sheet and the program selects several
   */
  readonly goToCell: (cell: CellKeys, together?: readonly CellKeys[]) => void;
  readonly save: SavesFile;
}

export function deskWork(
  desk: OpenDesk,
  book: SheetBook | null,
  onRefused: (refusal: DeskRefusalShown) => void,
): DeskWork {
  const { sheet } = desk;
  const select = async (place: CellPlace, also: readonly string[] = []): Promise<void> => {
    await sheet.select(place, also);
    sheet.focus();
  };
  const find = async (cell: CellKeys, together: readonly CellKeys[]): Promise<void> => {
    const reading = await sheet.read();
    const base = book && snapshotOfBook(book);
    const placeOf = (keys: CellKeys) => (base ? placeOfKeys(base, reading, keys) : undefined);
    const place = placeOf(cell);
    if (!place) {
      onRefused({ code: "sheet-gone" });
      return;
    }
    const places = together.filter((keys) => keys.sheet === cell.sheet).flatMap((keys) => placeOf(keys) ?? []);
    await select(
      place,
      places.map(({ address }) => address),
    );
  };
  return {
    goTo: (place) => void tried(() => select(place), onRefused),
    goToCell: (cell, together = []) => void tried(() => find(cell, together), onRefused),
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
