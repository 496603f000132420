import { proposeMapping } from "#core/intake/mapping/propose-mapping.ts";
import type { RememberedMapping } from "#core/intake/mapping/mapping.ts";
import { layoutKey } from "#core/intake/table/layout-key.ts";
import type { FoundTable } from "#core/intake/table/found-table.ts";
import { cellText } from "#core/intake/table/cell-text.ts";
import type { SeenRow, SeenSheet } from "#core/intake/seen-workbook.ts";
import type { UnitId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { InspectedSheet, InspectedTable, InspectedWorkbook } from "#core/protocol/records/imports.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { Caller } from "../caller.ts";
import type { Services } from "../services.ts";
import { importFields } from "./import-fields.ts";
import { headOf, tablesIn } from "./import-table.ts";

type InspectServices = Pick<Services, "store" | "workbooks" | "catalogue">;

const SAMPLES = 3;

/** What a foreign workbook holds and how its columns would be read; nothing of it is kept. */
export async function inspectImport(
  services: InspectServices,
  caller: Caller,
  { content, unitId }: { readonly content: Uint8Array; readonly unitId: UnitId },
): Promise<Result<InspectedWorkbook, AnyRefusal>> {
  if (!caller.scope.records.work.has(unitId)) return refuse({ code: "not-found" });
  const seen = await services.workbooks.inspect(content);
  if (!seen.ok) return seen;
  const sheets: InspectedSheet[] = [];
  for (const sheet of seen.value.sheets.filter(({ state }) => state !== "very-hidden")) {
    const tables = await inspectSheet(services, { content, unitId, sheet });
    if (!tables.ok) return tables;
    const { name, state, rows, columns } = sheet;
    sheets.push({ name, hidden: state !== "visible", rows, columns, tables: tables.value });
  }
  const fields = importFields(services.catalogue).map(({ key, editions = [] }) => {
    const label = services.catalogue.byKey("person", key)?.definition.label ?? { zh: key, en: key };
    return { key, label, editions };
  });
  return ok({ sheets, fields });
}

interface SheetAsked {
  readonly content: Uint8Array;
  readonly unitId: UnitId;
  readonly sheet: SeenSheet;
}

async function inspectSheet(
  { store, workbooks, catalogue }: InspectServices,
  { content, unitId, sheet }: SheetAsked,
): Promise<Result<readonly InspectedTable[], AnyRefusal>> {
  const opened = await workbooks.openSheet(content, sheet.name);
  if (!opened.ok) return opened;
  const head = await headOf(opened.value);
  opened.value.close();
  if (!head.ok) return head;
  const { rows } = head.value;
  const fields = importFields(catalogue);
  const inspected: InspectedTable[] = [];
  for (const table of tablesIn(opened.value, rows, catalogue)) {
    const layout = layoutKey(table);
    const kept = await store.read((tx) => tx.staging.headerMapping(unitId, layout));
    // Written by `commitImport`.
    const remembered = kept === undefined ? null : (JSON.parse(kept) as RememberedMapping);
    const mapping = proposeMapping({ table, sample: recordsOf(table, rows) }, fields, remembered);
    inspected.push(inspectedTable(table, mapping, recordsOf(table, rows)));
  }
  return ok(inspected);
}

function recordsOf({ firstRow, lastRow, skipped }: FoundTable, rows: readonly SeenRow[]): readonly SeenRow[] {
  const others = new Set(skipped.map(({ row }) => row));
  return rows.filter(({ row }) => row >= firstRow && row <= lastRow && !others.has(row));
}

function inspectedTable(
  table: FoundTable,
  { columns, conflicts }: ReturnType<typeof proposeMapping>,
  records: readonly SeenRow[],
): InspectedTable {
  return {
    headerRow: (table.headerRows[0] ?? 0) + 1,
    firstRow: table.firstRow + 1,
    columns: columns.map(({ index, header, field, by, edition, editionNeeded }) => ({
      ...{ index, header, field, by, edition, editionNeeded },
      samples: records
        .map(({ cells }) => cellText(cells[index]))
        .filter((text) => text !== "")
        .slice(0, SAMPLES),
    })),
    conflicts,
  };
}
