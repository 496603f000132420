import { equalAreas } from "#addin/hosts/plan/cells/equal-areas.ts";
import { addressLists } from "#addin/hosts/plan/move/placement.ts";
import { DESK_FONT } from "#addin/hosts/plan/cells/cell-look.ts";
import { NOTE_TITLE } from "#addin/hosts/plan/cells/cell-rule.ts";
import type { Area, CellBorder, CellLook, CellRule, Painted, Placement, RulePlan } from "#addin/hosts/plan/plan.ts";
import type { WpsBorders, WpsRange, WpsValidation, WpsWorksheet } from "../wps-application.ts";
import { WPS, wpsColor } from "../wps-numbers.ts";

/** A text of several addresses may be no longer. */
const LONGEST_ADDRESS = 255;

type Lines = Pick<Placement, "rows" | "columns">;

/** Paints what cells share, rectangle lists at a time: the number of calls follows the differences, not the cells. */
export function paintCells<T>(
  sheet: WpsWorksheet,
  { painted, lines }: { readonly painted: Painted<T>; readonly lines: Lines },
  paint: (range: WpsRange, what: T) => void,
): void {
  for (const { what, areas } of equalAreas(painted, lines)) eachRange(sheet, areas, (range) => paint(range, what));
}

export function eachRange(sheet: WpsWorksheet, areas: readonly Area[], work: (range: WpsRange) => void): void {
  for (const list of addressLists(areas, LONGEST_ADDRESS)) work(sheet.Range(list));
}

const ALIGNMENTS = { left: WPS.alignLeft, center: WPS.alignCenter, right: WPS.alignRight } as const;

export function paintLook(range: WpsRange, look: CellLook): void {
  const font = range.Font;
  font.Name = DESK_FONT;
  font.Size = look.size;
  font.Bold = look.bold;
  font.Underline = look.underline ? WPS.underlineSingle : WPS.none;
  range.HorizontalAlignment = look.align === null ? WPS.alignGeneral : ALIGNMENTS[look.align];
  range.VerticalAlignment = WPS.alignCenter;
  range.WrapText = look.wrap;
  paintState(range, look);
}

/** The part of a look that marks change. */
export function paintState(
  range: WpsRange,
  { fill, color, border }: Pick<CellLook, "fill" | "color" | "border">,
): void {
  if (fill === null) range.Interior.Pattern = WPS.none;
  else range.Interior.Color = wpsColor(fill);
  if (color === null) range.Font.ColorIndex = WPS.automatic;
  else range.Font.Color = wpsColor(color);
  paintBorder(range.Borders, border);
}

/** A double line keeps the weight that it brings along: with another one it would become a plain line. */
function paintBorder(borders: WpsBorders, border: CellBorder | null): void {
  if (border === null) {
    borders.LineStyle = WPS.none;
    return;
  }
  if (border.style === "double") borders.LineStyle = WPS.lineDouble;
  else {
    borders.LineStyle = border.style === "dashed" ? WPS.lineDash : WPS.lineContinuous;
    borders.Weight = border.style === "hair" ? WPS.weightHairline : WPS.weightThin;
  }
  borders.Color = wpsColor(border.color);
}

/** null takes the rule away. A rule without a constraint takes everything and is there for its note. */
export function paintRule(range: WpsRange, rule: CellRule | null): void {
  const validation = range.Validation;
  validation.Delete();
  if (!rule) return;
  addConstraint(validation, rule.constraint);
  validation.IgnoreBlank = true;
  if (rule.constraint && "message" in rule.constraint) validation.ErrorMessage = rule.constraint.message;
  if (rule.constraint === null) validation.ShowError = false;
  if (rule.note !== "") setPrompt(validation, rule.note);
}

export function setPrompt(validation: WpsValidation, note: string): void {
  validation.InputTitle = note === "" ? "" : NOTE_TITLE;
  validation.InputMessage = note;
  validation.ShowInput = true;
}

function addConstraint(validation: WpsValidation, constraint: RulePlan | null): void {
  validation.Add(...constraintOf(constraint));
}

/** Type, alert, operator and one or two formulas. A wrong entry is warned of only: the service says why it does not take it. */
function constraintOf(constraint: RulePlan | null): Parameters<WpsValidation["Add"]> {
  if (constraint === null) return [WPS.validateCustom, WPS.alertWarning, WPS.between, "=TRUE"];
  switch (constraint.type) {
    case "list":
      return [WPS.validateList, WPS.alertWarning, WPS.between, constraint.source];
    case "decimal": {
      const lowest = String(constraint.lowest);
      if (constraint.highest === null) return [WPS.validateDecimal, WPS.alertWarning, WPS.greaterEqual, lowest];
      return [WPS.validateDecimal, WPS.alertWarning, WPS.between, lowest, String(constraint.highest)];
    }
    case "whole": {
      const [lowest, highest] = [String(constraint.lowest), String(constraint.highest)];
      return [WPS.validateWholeNumber, WPS.alertWarning, WPS.between, lowest, highest];
    }
    case "text":
      return [WPS.validateTextLength, WPS.alertWarning, WPS.lessEqual, String(constraint.longest)];
  }
}
