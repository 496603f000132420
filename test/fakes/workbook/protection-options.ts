/** What stays allowed on a protected sheet, by Excel's names. */
export interface ProtectionOptions {
  readonly allowFormatCells: boolean;
  readonly allowFormatColumns: boolean;
  readonly allowFormatRows: boolean;
  readonly allowInsertColumns: boolean;
  readonly allowInsertRows: boolean;
  readonly allowInsertHyperlinks: boolean;
  readonly allowDeleteColumns: boolean;
  readonly allowDeleteRows: boolean;
  readonly allowSort: boolean;
  readonly allowAutoFilter: boolean;
  readonly allowPivotTables: boolean;
  /** Comments, notes, drawings. */
  readonly allowEditObjects: boolean;
  readonly allowEditScenarios: boolean;
}

export interface SheetProtection extends ProtectionOptions {
  readonly password: string;
}

export const NOTHING_ALLOWED: ProtectionOptions = {
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertRows: false,
  allowInsertHyperlinks: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowSort: false,
  allowAutoFilter: false,
  allowPivotTables: false,
  allowEditObjects: false,
  allowEditScenarios: false,
};
