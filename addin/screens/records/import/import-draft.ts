import type {
  ImportMapping,
  InspectedSheet,
  InspectedTable,
  InspectedWorkbook,
} from "#core/protocol/records/imports.ts";

/** A table of the file as a choice. */
export interface TableChoice {
  readonly sheet: InspectedSheet;
  readonly table: InspectedTable;
}

export interface DraftColumn {
  readonly index: number;
  /** null: not taken. */
  readonly field: string | null;
  readonly edition: string | null;
}

/** Tables of shown sheets first. */
export function tableChoices({ sheets }: InspectedWorkbook): readonly TableChoice[] {
  const shown = [...sheets.filter(({ hidden }) => !hidden), ...sheets.filter(({ hidden }) => hidden)];
  return shown.flatMap((sheet) => sheet.tables.map((table) => ({ sheet, table })));
}

export function draftOf({ table }: TableChoice): readonly DraftColumn[] {
  return table.columns.map(({ index, field, edition }) => ({ index, field, edition }));
}

/** What still has to be decided before a preview makes sense. */
export type DraftProblem = { readonly code: "conflict" | "edition"; readonly field: string };

export function draftProblems({ table }: TableChoice, draft: readonly DraftColumn[]): readonly DraftProblem[] {
  const fields = draft.flatMap(({ field }) => (field === null ? [] : [field]));
  const doubled = new Set(fields.filter((field, at) => fields.indexOf(field) !== at));
  const open = table.columns.flatMap(({ index, field, editionNeeded }) => {
    const column = draft.find((candidate) => candidate.index === index);
    return editionNeeded && column?.field === field && column.edition === null && field !== null ? [field] : [];
  });
  return [
    ...[...doubled].map((field) => ({ code: "conflict" as const, field })),
    ...open.map((field) => ({ code: "edition" as const, field })),
  ];
}

/** @returns null when no column is taken. */
export function mappingOf({ sheet, table }: TableChoice, draft: readonly DraftColumn[]): ImportMapping | null {
  const columns = draft.flatMap(({ index, field, edition }) => (field === null ? [] : [{ index, field, edition }]));
  return columns.length === 0 ? null : { sheet: sheet.name, headerRow: table.headerRow, columns };
}
