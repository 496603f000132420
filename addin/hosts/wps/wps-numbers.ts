/** WPS's numbers for what we set, as et-jsapi-declare lists them. */
export const WPS = {
  none: -4142,
  automatic: -4105,
  sheetVisible: -1,
  sheetVeryHidden: 2,
  calculationManual: -4135,
  portrait: 1,
  landscape: 2,
  paperA4: 9,
  alignGeneral: 1,
  alignLeft: -4131,
  alignCenter: -4108,
  alignRight: -4152,
  underlineSingle: 2,
  validateWholeNumber: 1,
  validateDecimal: 2,
  validateList: 3,
  validateTextLength: 6,
  validateCustom: 7,
  alertWarning: 2,
  between: 1,
  greaterEqual: 7,
  lessEqual: 8,
  lineContinuous: 1,
  lineDash: -4115,
  lineDouble: -4119,
  weightHairline: 1,
  weightThin: 2,
  weightThick: 4,
  dockRight: 2,
} as const;

/** "#RRGGBB" as WPS counts colours: red is the lowest byte. */
export function wpsColor(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return red + green * 256 + blue * 65_536;
}
