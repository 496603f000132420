import { basename } from "node:path";
import type { UnitId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { ImportMapping, ImportRowView, ImportView, InspectedTable } from "#core/protocol/records/imports.ts";
import { IMPORT_VERDICTS } from "#core/protocol/records/imports.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { sayImportRow, sayVerdict } from "#core/wording/say-import-row.ts";
import { sayRefusal } from "#core/wording/say-refusal.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { commitImport, dropImport } from "#service/usecases/import/commit-import.ts";
import { readImportRows } from "#service/usecases/import/import-view.ts";
import { inspectImport } from "#service/usecases/import/inspect-import.ts";
import { stageImport, type StageOrder } from "#service/usecases/import/stage-import.ts";
import type { Services } from "#service/usecases/services.ts";
import { refused } from "#service/cli/answers.ts";
import { callerFor } from "#service/cli/caller-for.ts";
import type { Command, CommandAnswer, CommandCall } from "#service/cli/command.ts";
import { readInput } from "#service/cli/read-input.ts";
import { unitByCode } from "#service/cli/unit-by-code.ts";
import { required, withServices } from "#service/cli/with-services.ts";

/** Rows that are told one by one; more are in the file with its result column. */
const MOST_TOLD = 1_000;

export const peopleImport: Command = {
  words: "people import",
  takes: ["FILE.xlsx"],
  options: {
    unit: { type: "string" },
    as: { type: "string" },
    post: { type: "string" },
    sheet: { type: "string" },
    edition: { type: "string" },
    reason: { type: "string" },
    "dry-run": { type: "boolean" },
  },
  about: "people from a roster of any layout; prints what became of each row 导入人员",
  run: async (call) => {
    const [account, code] = [required(call, "as"), required(call, "unit")];
    return await withServices(call, async (services) => {
      const caller = await callerFor(services, account, call.option("post"));
      if (!caller.ok) return refusedIn(caller.refusal);
      const content = await readInput(call.operands[0] ?? "", services.limits.importBytes);
      if (!content.ok) return refusedIn(content.refusal);
      const imported = await importAll(services, caller.value, {
        call,
        content: content.value,
        unitId: unitByCode(caller.value, code),
      });
      return imported.ok ? answerOf(services, imported.value) : refusedIn(imported.refusal);
    });
  },
};

interface Asked {
  readonly call: CommandCall;
  readonly content: Uint8Array;
  readonly unitId: UnitId;
}

interface TableImported {
  readonly sheet: string;
  readonly headerRow: number;
  readonly import: ImportView;
  readonly rows: readonly ImportRowView[];
}

/** Every table of people in the file, or in the sheet that was named, one import each. */
async function importAll(
  services: Services,
  caller: Caller,
  asked: Asked,
): Promise<Result<readonly TableImported[], AnyRefusal>> {
  const { call, content, unitId } = asked;
  const inspected = await inspectImport(services, caller, { content, unitId });
  if (!inspected.ok) return inspected;
  const only = call.option("sheet");
  const sheets = inspected.value.sheets.filter(({ name, hidden }) => (only === undefined ? !hidden : name === only));
  const mappings = sheets.flatMap(({ name, tables }) =>
    tables.filter(holdsPeople).map((table) => mappingOf(name, table, call.option("edition") ?? null)),
  );
  if (mappings.length === 0)
    return refuse({ code: "import-table-missing", sheet: only ?? sheets[0]?.name ?? "", row: 1 });
  const done: TableImported[] = [];
  for (const mapping of mappings) {
    const one = await importTable(services, caller, { ...asked, mapping });
    if (!one.ok) return one;
    done.push(one.value);
  }
  return ok(done);
}

/** A table that says who: a sheet of sums or of units has nothing to import. */
function holdsPeople({ columns }: InspectedTable): boolean {
  return columns.some(({ field }) => field === "idNumber" || field === "name");
}

function mappingOf(sheet: string, { headerRow, columns }: InspectedTable, edition: string | null): ImportMapping {
  return {
    sheet,
    headerRow,
    columns: columns.flatMap((column) =>
      column.field === null
        ? []
        : [{ index: column.index, field: column.field, edition: column.editionNeeded ? edition : column.edition }],
    ),
  };
}

async function importTable(
  services: Services,
  caller: Caller,
  { call, content, unitId, mapping }: Asked & { readonly mapping: ImportMapping },
): Promise<Result<TableImported, AnyRefusal>> {
  const order: StageOrder = { content, fileName: basename(call.operands[0] ?? ""), unitId, mapping };
  const staged = await stageImport(services, caller, order);
  if (!staged.ok) return staged;
  const importId = staged.value.id;
  const rows = await readImportRows(services, caller, {
    importId,
    verdict: undefined,
    after: undefined,
    most: MOST_TOLD,
  });
  if (!rows.ok) return rows;
  const { sheet, headerRow } = mapping;
  if (call.flag("dry-run")) {
    const dropped = await dropImport(services, caller, importId);
    return dropped.ok ? ok({ sheet, headerRow, import: staged.value, rows: rows.value }) : dropped;
  }
  const reason = call.option("reason") ?? `导入 ${order.fileName}`;
  const committed = await commitImport(services, caller, { importId, reason });
  return committed.ok ? ok({ sheet, headerRow, import: committed.value, rows: rows.value }) : committed;
}

/** Exit code 1 when rows were refused or doubled, so that a script notices. */
function answerOf({ catalogue }: Pick<Services, "catalogue">, tables: readonly TableImported[]): CommandAnswer {
  const labelOf = (field: string): string => catalogue.byKey("person", field)?.definition.label.zh ?? field;
  const lines = tables.flatMap(({ sheet, import: view, rows }) => [
    `${sheet}: ${IMPORT_VERDICTS.map((verdict) => `${sayVerdict("zh-CN", verdict)} ${String(view.counts[verdict])}`).join("，")}`,
    ...rows
      .filter(({ verdict }) => verdict !== "unchanged" && verdict !== "new")
      .map((row) => `  ${String(row.row).padStart(6)}  ${row.detail.name}  ${sayImportRow("zh-CN", row, labelOf)}`),
  ]);
  const isWhole = tables.every(({ import: { counts } }) => counts.refused + counts.doubled === 0);
  return { exitCode: isWhole ? 0 : 1, data: { tables }, lines };
}

function refusedIn(refusal: AnyRefusal): CommandAnswer {
  return refused(refusal, sayRefusal("zh-CN", refusal));
}
