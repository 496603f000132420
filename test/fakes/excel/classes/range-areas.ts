import { heightOf, widthOf } from "#test/fakes/workbook/rect.ts";
import { type CellBlocks, fullAddress } from "../cell-blocks.ts";
import type { Desk } from "../desk.ts";
import { ExcelFailure } from "../failure.ts";
import { type HostClass, hostObject } from "../host-class.ts";
import { DATA_VALIDATION } from "./data-validation.ts";
import { clearCells } from "./range-changes.ts";
import { RANGE_FORMAT } from "./range-format.ts";
import type { HostObject } from "../host-object.ts";

export function rangeAreasObject(blocks: CellBlocks, desk: Desk): HostObject {
  if (!desk.workbook.sheets.includes(blocks.sheet)) throw new ExcelFailure("ItemNotFound");
  return hostObject(RANGE_AREAS, blocks, desk);
}

const RANGE_AREAS: HostClass<CellBlocks> = {
  name: "RangeAreas",
  tracked: true,
  properties: {
    Address: { get: ({ sheet, rects }) => rects.map((rect) => fullAddress(sheet, rect)).join(",") },
    AreaCount: { get: ({ rects }) => rects.length },
    CellCount: { get: ({ rects }) => rects.reduce((sum, rect) => sum + heightOf(rect) * widthOf(rect), 0) },
  },
  links: {
    Worksheet: ({ sheet }, desk) => desk.objects.worksheet(sheet),
    Format: (blocks, desk) => hostObject(RANGE_FORMAT, blocks, desk),
    DataValidation: (blocks, desk) => hostObject(DATA_VALIDATION, blocks, desk),
    Areas: (blocks, desk) => hostObject(AREAS, blocks, desk),
  },
  methods: { Clear: (blocks, [applyTo], desk) => clearCells(blocks, applyTo, desk) },
};

const AREAS: HostClass<CellBlocks> = {
  name: "RangeCollection",
  items: ({ sheet, rects }, desk) => rects.map((rect) => desk.objects.range({ sheet, rects: [rect] })),
  methods: {
    GetCount: ({ rects }) => rects.length,
    GetItemAt: ({ sheet, rects }, [at], desk) => {
      const rect = rects[Number(at)];
      if (!rect) throw new ExcelFailure("ItemNotFound");
      return desk.objects.range({ sheet, rects: [rect] });
    },
  },
};
