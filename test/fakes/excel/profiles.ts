/** What an Excel of an office can do. */
export interface ExcelProfile {
  readonly name: string;
  readonly version: string;
  /** Requirement sets and the highest version of each. */
  readonly sets: Readonly<Record<string, string>>;
}

const COMMON = {
  SharedRuntime: "1.1",
  RibbonApi: "1.1",
  AddinCommands: "1.1",
  DialogApi: "1.2",
  Settings: "1.1",
  CustomXmlParts: "1.1",
};

export const LTSC_2021: ExcelProfile = {
  name: "LTSC 2021",
  version: "16.0.14332.20000",
  sets: { ...COMMON, ExcelApi: "1.14" },
};

export const LTSC_2024: ExcelProfile = {
  name: "LTSC 2024",
  version: "16.0.17932.20000",
  sets: { ...COMMON, SharedRuntime: "1.2", ExcelApi: "1.17" },
};

/** Too old for us: what the pane must say plainly. */
export const EXCEL_2019: ExcelProfile = {
  name: "Excel 2019",
  version: "16.0.10380.20000",
  sets: { AddinCommands: "1.1", DialogApi: "1.1", Settings: "1.1", ExcelApi: "1.8" },
};

export function hasSet(profile: ExcelProfile, set: string, version: string): boolean {
  const has = profile.sets[set];
  return has !== undefined && minor(has) >= minor(version);
}

function minor(version: string): number {
  const [major = 0, rest = 0] = version.split(".").map(Number);
  return major * 1000 + rest;
}
