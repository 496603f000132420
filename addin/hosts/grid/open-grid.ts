import type { LiveSheet } from "#core/sheet/sheet-host.ts";
import { afterIdleWork } from "./after-idle-work.ts";
import type { GridOptions } from "./grid-options.ts";

export interface OpenGrid {
  readonly host: LiveSheet;
  /** Widens or narrows the shown columns until the sheet is as wide as its window (L18 调整宽度). */
  fitToWindow(): void;
  /** Brings a tab of the drawn book to the front. */
  showSheet(key: string): void;
  /** Keys of the rows that are selected and shown, in every range that is selected. */
  selectedRows(): ReadonlySet<string>;
  close(): void;
}

/**
 * A grid inside `place`. Each call makes a child element of its own and close() takes it away later, because React may ask
 * for a grid, drop it and ask again within one render (StrictMode), and Univer still paints after it was told to stop.
 */
export async function openGrid(place: HTMLElement, options: GridOptions): Promise<OpenGrid> {
  const { createUniver } = await import("./create-univer.ts");
  const { GridBoard } = await import("./grid-board.ts");
  const { GridHost } = await import("./grid-host.ts");
  const container = document.createElement("div");
  container.className = "taizhang-grid";
  place.append(container);
  const open = await createUniver(container, options.language);
  const host = new GridHost(new GridBoard(open), container, options);
  return {
    host,
    fitToWindow: () => host.fitToWindow(),
    showSheet: (key) => host.showSheet(key),
    selectedRows: () => host.selectedRows(),
    close() {
      host.close();
      container.style.display = "none";
      afterIdleWork(() => {
        open.univer.dispose();
        container.remove();
      });
    },
  };
}
