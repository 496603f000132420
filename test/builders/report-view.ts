import type { CompiledSet } from "#core/report/compile/compiled-set.ts";
import { relationText } from "#core/report/check/relation-text.ts";
import { runChecks } from "#core/report/check/run-checks.ts";
import { completeValues } from "#core/report/counting/complete-values.ts";
import type { ReportCellView, ReportFindingView, ReportTableView, ReportView } from "#core/sheet/report/report-view.ts";

export interface ViewValues {
  /** By "2!C4": what is counted and what is filled in. */
  readonly now: ReadonlyMap<string, number>;
  readonly lastYear?: Readonly<Record<string, number>>;
}

/** A report of these numbers, as an officer who may fill it sees it. */
export function aReportView(
  { set, tables }: CompiledSet,
  { now, lastYear = {} }: ViewValues,
  given: Partial<ReportView> = {},
): ReportView {
  const known = { generated: now, entered: new Map<string, number>() };
  const values = completeValues(
    { set, tables, conditions: NO_CONDITIONS },
    { ...known, lastYear: (table, cell) => lastYear[`${table}!${cell}`] ?? null },
  );
  const findings = runChecks(set.checks, { tables }, (table, cell, last) =>
    last ? (lastYear[`${table}!${cell}`] ?? null) : (values.get(`${table}!${cell}`) ?? null),
  );
  return {
    issue: {
      ...{ service: "service-1", definition: "2025", change: 7 },
      ...{ issuedAt: "2026-01-05T02:00:00.000Z", issuedTo: "138****0000" },
    },
    ask: { setId: set.id, unitId: "unit-1", on: "2025-12-31" },
    ...{ title: set.title, unitName: "机关党总支", unitCode: "001" },
    period: { from: "2025-01-01", until: "2025-12-31" },
    ...{ state: "draft", rehearsal: false, deadlines: [] },
    may: { edit: true, submit: true, withdraw: false, judge: false },
    furniture: { maker: "组织部", head: "", clerk: "", reportedOn: null },
    tables: tables.map((table) => tableView(table, values)),
    checks: set.checks,
    findings: findings.map(({ check, line, left, right, difference, cells }): ReportFindingView => ({
      ...{ code: check.code, severity: check.severity, line, table: check.table, text: check.text },
      ...{ left, right, difference, relation: relationText(check.test), wantsNames: check.wantsNames },
      cells: cells.filter(({ lastYear: last }) => !last).map(({ table, cell }) => `${table}!${cell}`),
      ...{ explanation: null, old: null, exempt: false },
    })),
    lastYear,
    ...given,
  };
}

const NO_CONDITIONS: CompiledSet["conditions"] = {
  ...{ people: [], opening: [], movements: [], leavings: [], penalties: [], awards: [], conversions: [], units: [] },
};

function tableView(
  { definition, cells }: CompiledSet["tables"][number],
  values: ReadonlyMap<string, number>,
): ReportTableView {
  const { no, name, columns, rows, supplement } = definition;
  const shown = cells.flatMap(({ cell, rule }): readonly (readonly [string, ReportCellView])[] => {
    if (rule.kind === "none") return [];
    const value = values.get(`${no}!${cell}`) ?? null;
    const { kind } = rule;
    return [
      [cell, { kind, value, ...(rule.kind === "formula" ? { formula: rule.formula } : {}), ...whyOf(rule) }] as const,
    ];
  });
  return {
    ...{ no, name },
    columns: columns.map(({ id, path }) => ({ id, path })),
    rows: rows.map((row) => ({ no: row.no, path: row.path, indent: row.indent })),
    supplement: supplement.map(({ no: line, text, blanks }) => ({ no: line, text, blanks: blanks.length })),
    cells: Object.fromEntries(shown),
  };
}

function whyOf(rule: CompiledSet["tables"][number]["cells"][number]["rule"]): Pick<ReportCellView, "why"> {
  return rule.kind === "manual" ? { why: rule.why } : {};
}

/** The same view with some cells changed. */
export function withCells(view: ReportView, cells: Readonly<Record<string, Partial<ReportCellView>>>): ReportView {
  const tables = view.tables.map((table) => ({
    ...table,
    cells: Object.fromEntries(
      Object.entries(table.cells).map(([cell, old]) => [cell, { ...old, ...cells[`${table.no}!${cell}`] }]),
    ),
  }));
  return { ...view, tables };
}
