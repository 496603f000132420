import { meets } from "#test/fakes/workbook/rect.ts";
import { blockOf, type CellBlocks } from "../cell-blocks.ts";
import { ExcelFailure } from "../failure.ts";
import type { HostClass } from "../host-class.ts";
import { guardBlocks } from "../guarded-blocks.ts";

interface SortField {
  readonly key: number;
  readonly ascending?: boolean;
}

export const RANGE_SORT: HostClass<CellBlocks> = {
  name: "RangeSort",
  methods: {
    Apply: (blocks, [fields, , hasHeaders], desk) => {
      const rect = blockOf(blocks);
      guardBlocks(desk, "sort", blocks);
      if (blocks.sheet.merges.some((merge) => meets(merge, rect))) throw new ExcelFailure("MergedRangeConflict");
      const body = hasHeaders === true ? { ...rect, top: rect.top + 1 } : rect;
      // The last key first: each sort keeps the order of equals.
      for (const { key, ascending } of [...(fields as readonly SortField[])].reverse()) {
        desk.workbook.sort(blocks.sheet, body, { column: rect.left + key, descending: ascending === false });
      }
    },
  },
};
