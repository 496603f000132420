import type { LineChange } from "#test/fakes/workbook/line-change.ts";
import { rectAfter } from "#test/fakes/workbook/line-change.ts";
import type { CellBlocks } from "./cell-blocks.ts";
import { ExcelFailure } from "./failure.ts";
import type { HostObject } from "./host-object.ts";

interface Kept {
  readonly object: HostObject;
  readonly blocks: CellBlocks;
  gone: boolean;
}

/** Ranges that the add-in holds on to between two requests; they move with their cells. */
export class References {
  #next = 1;
  readonly #kept = new Map<string, Kept>();
  readonly #ids = new Map<HostObject, string>();

  keep(object: HostObject, blocks: CellBlocks): string {
    const known = this.#ids.get(object);
    if (known !== undefined) return known;
    const id = `{R${this.#next}}`;
    this.#next += 1;
    this.#kept.set(id, { object, blocks, gone: false });
    this.#ids.set(object, id);
    return id;
  }

  idOf(object: HostObject): string | undefined {
    return this.#ids.get(object);
  }

  get(id: string): HostObject {
    const kept = this.#kept.get(id);
    if (!kept || kept.gone) throw new ExcelFailure("ItemNotFound");
    return kept.object;
  }

  drop(id: string): void {
    const kept = this.#kept.get(id);
    if (kept) this.#ids.delete(kept.object);
    this.#kept.delete(id);
  }

  get count(): number {
    return this.#kept.size;
  }

  linesChanged(sheet: string, change: LineChange): void {
    for (const kept of this.#kept.values()) {
      if (kept.blocks.sheet.id !== sheet) continue;
      const rects = kept.blocks.rects.flatMap((rect) => rectAfter(change, rect) ?? []);
      kept.gone ||= rects.length === 0;
      if (rects.length > 0) kept.blocks.rects = rects;
    }
  }
}
