/** The two materials that go with a report, as Word files (R8, A13). */
import { shownTime } from "#core/kernel/instant.ts";
import { groupBy } from "#core/kernel/group-by.ts";
import { ok, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { relationText } from "#core/report/check/relation-text.ts";
import { cellTitle } from "#core/report/definition/cell-title.ts";
import type { StoodFinding } from "#core/report/explaining/stood-findings.ts";
import { reportRecord, type ReportKey } from "#core/report/key/report-key.ts";
import type { Material, MaterialPart } from "#service/ports/reports/materials.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { exportEntry, exportName, exportStamp } from "#service/usecases/ledger/exchange/export-stamp.ts";
import { MEDIA_TYPES, type OutputFile } from "#service/usecases/ledger/exchange/output-ledger.ts";
import type { Services } from "#service/usecases/services.ts";
import { reportStanding, type ReportStanding } from "../entry/report-standing.ts";
import { openReport } from "../numbers/open-report.ts";
import { prepareForm } from "../numbers/kept/prepare-form.ts";
import type { ReportServices } from "../report-services.ts";
import type { Reporter } from "../tracing/frozen-bytes.ts";
import { openTraced } from "../tracing/open-traced.ts";
import { reporterOf } from "../tracing/reporter-of.ts";
import { answeredPoints, type AnsweredPoint } from "./answered-points.ts";
import { MATERIAL_WORDS as WORDS } from "./material-words.ts";
import { listedFindings, nameLists, type NameList } from "./name-lists.ts";

export type MaterialKind = "points" | "lists";

type MaterialServices = ReportServices & Pick<Services, "documents" | "limits">;
type Made = Result<{ readonly material: Material; readonly records: number }, AnyRefusal>;

/** Names leave with it: who took it and why is logged, as with everything that is taken out (A13). */
export async function outputMaterial(
  services: MaterialServices,
  caller: Caller,
  { key, kind, reason }: { readonly key: ReportKey; readonly kind: MaterialKind; readonly reason: string },
): Promise<Result<OutputFile, AnyRefusal>> {
  const made = await (kind === "points" ? pointsMaterial : listsMaterial)(services, caller, key);
  if (!made.ok) return made;
  const { material, records } = made.value;
  const content = await services.documents.renderMaterial(material, exportStamp(caller, services.limits));
  const sha256 = services.digest(content);
  const facts = {
    record: reportRecord(key),
    format: "docx",
    filter: `report-${kind}`,
    records,
    sha256,
    reason,
  };
  await services.store.write(async (tx) => tx.record(exportEntry(caller, facts)));
  return ok({ fileName: exportName(material.title, caller, "docx"), mediaType: MEDIA_TYPES.docx, content });
}

async function pointsMaterial(services: MaterialServices, caller: Caller, key: ReportKey): Promise<Made> {
  await prepareForm(services, { caller, key });
  return await services.store.read(async (tx): Promise<Made> => {
    const opened = await openReport(tx, services, { caller, key });
    if (!opened.ok) return opened;
    const standing = await reportStanding(tx, opened.value);
    const points = await answeredPoints(tx, standing);
    const byTable = groupBy(points, ({ point }) => point.table);
    const parts = [...byTable].map(([table, all]) => pointsPart(standing, table, all));
    const reporter = await reporterOf(tx, services, { caller, ...standing });
    return ok({ material: { ...headOf(standing, reporter, WORDS.pointsTitle), parts }, records: points.length });
  });
}

function pointsPart({ opened }: ReportStanding, table: number | null, points: readonly AnsweredPoint[]): MaterialPart {
  const name = opened.compiled.tables.find(({ definition }) => definition.no === table)?.definition.name;
  return {
    heading: table === null ? WORDS.whole : `表${table} ${name ?? ""}`,
    table: null,
    paragraphs: points.flatMap(({ point: { code, text }, facts, answer }) => [
      { kind: "question", text: `${code}　${text}` } as const,
      ...(facts === "" ? [] : [{ kind: "fact", text: `${WORDS.facts}${facts}` } as const]),
      { kind: "plain", text: `${WORDS.answer}${answer ?? WORDS.unanswered}` } as const,
    ]),
  };
}

async function listsMaterial(services: MaterialServices, caller: Caller, key: ReportKey): Promise<Made> {
  await prepareForm(services, { caller, key });
  return await services.store.read(async (tx): Promise<Made> => {
    const traced = await openTraced(tx, services, { caller, key });
    if (!traced.ok) return traced;
    const opened = await openReport(tx, services, { caller, key });
    if (!opened.ok) return opened;
    const standing = await reportStanding(tx, opened.value);
    const lists = await nameLists(services, traced.value, listedFindings(standing));
    const parts = [...lists.map(listPart), explainedPart(standing), forcedPart(standing), exemptPart(standing)];
    const records = lists.reduce((sum, { rows }) => sum + rows.length, 0);
    const reporter = await reporterOf(tx, services, { caller, ...standing });
    return ok({ material: { ...headOf(standing, reporter, WORDS.listsTitle), parts }, records });
  });
}

function headOf({ opened }: ReportStanding, { unitName }: Reporter, title: string): Omit<Material, "parts"> {
  const { compiled, period } = opened;
  const lines = [`${unitName}　${compiled.set.title}`, `${period.from} 至 ${period.until}`];
  return { title, lines, closing: WORDS.closing };
}

function listPart({ finding: { check, explanation }, rows }: NameList): MaterialPart {
  const people = rows.map(({ unitName, unitCode, name, idNumber, age, sex, ethnic }, at) => [
    String(at + 1),
    unitName,
    unitCode,
    name,
    idNumber,
    age,
    sex,
    ethnic,
  ]);
  const said = `${WORDS.explanation}${explanation?.text ?? WORDS.unexplained}`;
  const heading = `${check.code}　${check.text}`;
  const paragraphs = [{ kind: "plain", text: said }] as const;
  return people.length === 0
    ? { heading, paragraphs: [...paragraphs, { kind: "plain", text: WORDS.nobody }], table: null }
    : { heading, paragraphs, table: { ...WORDS.people, rows: people } };
}

function explainedPart({ findings }: ReportStanding): MaterialPart {
  const rows = findings.flatMap(({ check, line, left, right, explanation }) =>
    explanation === null
      ? []
      : [
          [
            `${check.code} ${line}`.trim(),
            check.text,
            String(left),
            relationText(check.test),
            String(right),
            explanation.text,
          ],
        ],
  );
  return tablePart(WORDS.explanations, { ...WORDS.explained, rows });
}

function forcedPart({ overrides, cells }: ReportStanding): MaterialPart {
  const rows = overrides.map(({ cell, entry, generated }) => {
    const known = cells.get(cell);
    const title = known ? cellTitle(known.table, known.compiled.cell) : "";
    return [cell, title, String(generated), entry.value ?? "", entry.reason, entry.who, shownTime(entry.at)];
  });
  return tablePart(WORDS.overrides, { ...WORDS.forced, rows });
}

function exemptPart({ findings }: ReportStanding): MaterialPart {
  const rows = findings
    .filter(({ exempt }) => exempt)
    .map(({ check, line, explanation }: StoodFinding) => [
      `${check.code} ${line}`.trim(),
      check.text,
      explanation?.text ?? WORDS.unexplained,
    ]);
  return tablePart(WORDS.exemptions, { ...WORDS.exempted, rows });
}

function tablePart(heading: string, table: NonNullable<MaterialPart["table"]>): MaterialPart {
  if (table.rows.length === 0) return { heading, paragraphs: [{ kind: "plain", text: WORDS.nothing }], table: null };
  return { heading, paragraphs: [], table };
}
