import { createLightTheme, type BrandVariants, type Theme } from "@fluentui/react-components";

/** Fluent's blue with a calm red for the header only: states in the sheet need the other colours for themselves. */
const brand: BrandVariants = {
  10: "#020a14",
  20: "#0b1c2e",
  30: "#0e2d4a",
  40: "#0e3a61",
  50: "#0e4778",
  60: "#0f548c",
  70: "#115ea3",
  80: "#0f6cbd",
  90: "#2886de",
  100: "#479ef5",
  110: "#62abf5",
  120: "#77b7f7",
  130: "#96c6fa",
  140: "#b4d6fa",
  150: "#cfe4fa",
  160: "#ebf3fc",
};

export const theme: Theme = {
  ...createLightTheme(brand),
  fontFamilyBase: '"Microsoft YaHei", "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", sans-serif',
};
