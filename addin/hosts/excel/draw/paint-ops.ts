import { equalAreas } from "#addin/hosts/plan/cells/equal-areas.ts";
import { addressLists, areaAddress, joinedLists } from "#addin/hosts/plan/move/placement.ts";
import { NOTE_TITLE } from "#addin/hosts/plan/cells/cell-rule.ts";
import type { Area, CellBorder, CellLook, CellRule, Painted, Placement, RulePlan } from "#addin/hosts/plan/plan.ts";
import { DESK_FONT } from "#addin/hosts/plan/cells/cell-look.ts";
import { ACTION_BYTES, type WriteOp } from "./write-op.ts";

/** Characters that getRanges takes. */
const LONGEST_LIST = 8_000;

/** Where to paint, and how the tab is found: by its id, or by its name while it is a draft. */
export interface Painting {
  readonly tab: string;
  readonly sheet: (workbook: Excel.Workbook) => Excel.Worksheet;
  readonly placement: Pick<Placement, "rows" | "columns">;
  /** Nothing was there before: what a new cell has anyway is not said. */
  readonly isFresh: boolean;
}

/** Before values: in a text cell "=1+1" and long numbers stay what they are. */
export function formatOps(formats: Painted<string>, painting: Painting): readonly WriteOp[] {
  return equalAreas(formats, painting.placement).flatMap(({ what, areas }) => {
    if (painting.isFresh && what === "General") return [];
    return areas.map((area) => formatOp(painting, areaAddress(area), what));
  });
}

export function formatOp({ tab, sheet }: Pick<Painting, "tab" | "sheet">, address: string, format: string): WriteOp {
  return {
    tab,
    bytes: 3 * ACTION_BYTES + 3 * format.length,
    queue: (workbook) => setFormat(sheet(workbook).getRange(address), format),
  };
}

/** One format for all cells of a range: Excel takes it alone, too, only the types ask for a matrix. */
export function setFormat(range: Excel.Range, format: string): void {
  range.numberFormat = format as unknown as string[][];
}

export function lookOps(looks: Painted<CellLook>, painting: Painting): readonly WriteOp[] {
  return equalAreas(looks, painting.placement).flatMap(({ what, areas }) =>
    shapesOf(areas).flatMap(({ areas: alike, rows, columns }) =>
      listOps(alike, painting, (ranges) => {
        paintFont(ranges.format, what, painting.isFresh);
        paintBlock(ranges.format, what, painting.isFresh);
        if (what.border || !painting.isFresh) paintBorder(ranges.format.borders, what.border, { rows, columns });
      }),
    ),
  );
}

/** Of all our cells at once, before the looks that differ. */
export function plainLook(format: Excel.RangeFormat): void {
  format.font.name = DESK_FONT;
  format.font.size = 11;
  format.verticalAlignment = "Center";
}

const PLAIN: CellLook = {
  ...{ fill: null, color: null, size: 11, bold: false, underline: false, align: null, wrap: false, border: null },
};

function paintFont({ font }: Excel.RangeFormat, look: CellLook, isFresh: boolean): void {
  const says = (key: keyof CellLook) => !isFresh || look[key] !== PLAIN[key];
  if (says("color")) font.color = look.color ?? "#000000";
  if (says("size")) font.size = look.size;
  if (says("bold")) font.bold = look.bold;
  if (says("underline")) font.underline = look.underline ? "Single" : "None";
  if (!isFresh) font.name = DESK_FONT;
}

const ALIGN = { left: "Left", center: "Center", right: "Right" } as const;

function paintBlock(format: Excel.RangeFormat, look: CellLook, isFresh: boolean): void {
  paintFill(format.fill, look.fill, isFresh);
  if (!isFresh || look.align !== null) format.horizontalAlignment = look.align === null ? "General" : ALIGN[look.align];
  if (!isFresh || look.wrap) format.wrapText = look.wrap;
  if (!isFresh) format.verticalAlignment = "Center";
}

export function paintFill(fill: Excel.RangeFill, color: string | null, isFresh = false): void {
  if (color !== null) fill.color = color;
  else if (!isFresh) fill.clear();
}

const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;

/** @param inside does the range have more than one row, more than one column? A line inside one cell is an error. */
export function paintBorder(
  borders: Excel.RangeBorderCollection,
  border: CellBorder | null,
  inside: { readonly rows: boolean; readonly columns: boolean },
): void {
  const sides = [
    ...EDGES,
    ...(inside.rows ? (["InsideHorizontal"] as const) : []),
    ...(inside.columns ? (["InsideVertical"] as const) : []),
  ];
  for (const side of sides) paintSide(borders.getItem(side), border);
}

const LINES = {
  hair: ["Continuous", "Hairline"],
  thin: ["Continuous", "Thin"],
  dashed: ["Dash", "Thin"],
  double: ["Double", "Thick"],
} as const;

function paintSide(side: Excel.RangeBorder, border: CellBorder | null): void {
  if (!border) {
    side.style = "None";
    return;
  }
  const [style, weight] = LINES[border.style];
  side.style = style;
  // A double line has a weight of its own, and setting one would make it single.
  if (style !== "Double") side.weight = weight;
  side.color = border.color;
}

/** null takes the rule away. */
export function ruleOps(rules: Painted<CellRule | null>, painting: Painting): readonly WriteOp[] {
  return equalAreas(rules, painting.placement).flatMap(({ what, areas }) =>
    listOps(areas, painting, (ranges) => {
      if (what) setRule(ranges.dataValidation, what);
      else ranges.dataValidation.clear();
    }),
  );
}

export function setRule(validation: Excel.DataValidation, { constraint, note }: CellRule): void {
  validation.rule = constraint ? ruleOf(constraint) : { custom: { formula: "=TRUE" } };
  validation.ignoreBlanks = true;
  const message = constraint && "message" in constraint ? constraint.message : "";
  validation.errorAlert = { showAlert: constraint !== null, style: "Warning", title: "", message };
  setNote(validation, note);
}

export function setNote(validation: Excel.DataValidation, note: string): void {
  validation.prompt = { showPrompt: note !== "", title: note === "" ? "" : NOTE_TITLE, message: note };
}

function ruleOf(constraint: RulePlan): Excel.DataValidationRule {
  switch (constraint.type) {
    case "list":
      return { list: { inCellDropDown: true, source: constraint.source } };
    case "decimal":
      return constraint.highest === null
        ? { decimal: { formula1: constraint.lowest, operator: "GreaterThanOrEqualTo" } }
        : { decimal: { formula1: constraint.lowest, formula2: constraint.highest, operator: "Between" } };
    case "whole":
      return { wholeNumber: { formula1: constraint.lowest, formula2: constraint.highest, operator: "Between" } };
    case "text":
      return { textLength: { formula1: constraint.longest, operator: "LessThanOrEqualTo" } };
  }
}

export function openOps(open: Painted<boolean>, painting: Painting): readonly WriteOp[] {
  return equalAreas(open, painting.placement).flatMap(({ what, areas }) =>
    painting.isFresh && !what
      ? []
      : listOps(areas, painting, (ranges) => {
          ranges.format.protection.locked = !what;
        }),
  );
}

/** The most that is said about one list: a look with all its lines. */
const LIST_BYTES = 45 * ACTION_BYTES;

export function listOps(
  areas: readonly Area[],
  { tab, sheet }: Pick<Painting, "tab" | "sheet">,
  paint: (ranges: Excel.RangeAreas) => void,
): readonly WriteOp[] {
  return addressLists(areas, LONGEST_LIST).map((list) => ({
    tab,
    bytes: list.length + LIST_BYTES,
    queue: (workbook) => paint(sheet(workbook).getRanges(list)),
  }));
}

/** Addresses in lists that getRanges takes. */
export function listText(addresses: readonly string[]): readonly string[] {
  return joinedLists(addresses, LONGEST_LIST);
}

interface Shape {
  readonly areas: readonly Area[];
  readonly rows: boolean;
  readonly columns: boolean;
}

function shapesOf(areas: readonly Area[]): readonly Shape[] {
  return [true, false].flatMap((rows) =>
    [true, false].flatMap((columns) => {
      const alike = areas.filter((area) => area.bottom > area.top === rows && area.right > area.left === columns);
      return alike.length === 0 ? [] : [{ areas: alike, rows, columns }];
    }),
  );
}
