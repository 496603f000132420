import type { SeenRow } from "../seen-workbook.ts";
import type { FoundColumn, FoundTable } from "../table/found-table.ts";
import { headerKey } from "../table/header-key.ts";
import { layoutKey } from "../table/layout-key.ts";
import type { IntakeField } from "./intake-field.ts";
import type { MappedBy, MappedColumn, Mapping, RememberedMapping } from "./mapping.ts";
import { canHold, hasBareCodes, sampleOf, shapeOf, speaksCodes } from "./value-shape.ts";

export interface TableToMap {
  readonly table: Pick<FoundTable, "columns">;
  /** Some of its records, to look at their values. */
  readonly sample: readonly SeenRow[];
}

/** A field that a column might be, and how much speaks for it. */
interface Vote {
  readonly column: number;
  readonly field: string;
  readonly weight: number;
  readonly by: MappedBy;
}

interface ColumnSeen {
  readonly column: FoundColumn;
  readonly sample: readonly string[];
}

/** Same words as a label, the whole path or its lowest heading; a heading that contains one; what the values look like. */
const WHOLE_PATH = 130;
const SAME = 120;
const CONTAINS = 60;
const SHAPE = 20;
const LEAST_SHARE = 1 / 3;
/** A label is worth a little more than an alias. */
const ALIAS = 1;

/** Proposes a field for each column: as confirmed before for the same layout, else by headings, else by values. */
export function proposeMapping(
  { table, sample }: TableToMap,
  fields: readonly IntakeField[],
  remembered: RememberedMapping | null,
): Mapping {
  const layout = layoutKey(table);
  const seen = table.columns.map((column) => ({ column, sample: sampleOf(sample, column.index) }));
  if (remembered?.layout === layout) return recalled(seen, fields, remembered);
  const votes = seen.flatMap((one) => votesFor(one, fields)).sort((a, b) => b.weight - a.weight || a.column - b.column);
  const given = new Map<number, Vote>();
  const taken = new Map<string, Vote>();
  for (const vote of votes) {
    if (given.has(vote.column) || taken.has(vote.field)) continue;
    given.set(vote.column, vote);
    taken.set(vote.field, vote);
  }
  const columns = seen.map((one) => mapped(one, fields, given.get(one.column.index)));
  return { layout, columns, conflicts: conflictsOf(votes, taken), missing: missingOf(fields, columns) };
}

function recalled(
  seen: readonly ColumnSeen[],
  fields: readonly IntakeField[],
  { layout, columns: known }: RememberedMapping,
): Mapping {
  const columns = seen.map((one) => {
    const before = known.find(({ index }) => index === one.column.index);
    const field = fields.find(({ key }) => key === before?.field);
    const by: MappedBy = field ? "remembered" : "none";
    const column = mapped(one, fields, field && { column: one.column.index, field: field.key, weight: 0, by });
    const edition = before?.edition ?? null;
    return edition === null ? column : { ...column, edition, editionNeeded: false };
  });
  return { layout, columns, conflicts: [], missing: missingOf(fields, columns) };
}

function votesFor({ column, sample }: ColumnSeen, fields: readonly IntakeField[]): readonly Vote[] {
  if (column.counts) return [];
  const byLabel = fields.flatMap((field): readonly Vote[] => {
    const weight = labelWeight(column, field);
    const fits = weight >= SAME || (weight > 0 && canHold(field, sample));
    return fits ? [{ column: column.index, field: field.key, weight, by: "label" }] : [];
  });
  if (byLabel.length > 0) return byLabel;
  const alike = fields.filter((field) => looksLike(field, sample));
  const [only] = alike;
  // Several fields of one look tell nothing: dates are everywhere.
  return only && alike.length === 1 ? [{ column: column.index, field: only.key, weight: SHAPE, by: "shape" }] : [];
}

function looksLike(field: IntakeField, sample: readonly string[]): boolean {
  if (field.shape === "code") return speaksCodes(field, sample);
  return (field.shape === "id-number" || field.shape === "mobile") && shapeOf(sample) === field.shape;
}

function labelWeight({ path }: FoundColumn, { labels }: IntakeField): number {
  const last = headerKey(path.at(-1) ?? "");
  const whole = headerKey(path.join(""));
  if (whole === "") return 0;
  const weights = labels.map((label, index) => {
    const key = headerKey(label);
    if (key === whole && path.length > 1) return WHOLE_PATH - Math.min(index, ALIAS);
    if (key === last) return SAME - Math.min(index, ALIAS);
    return CONTAINS * likeness(last, key);
  });
  return Math.max(0, ...weights);
}

/** The longer the part that is the same, the better: 入党申请日期 is rather 申请日期 than 日期. */
function likeness(heading: string, key: string): number {
  const share = key.length / heading.length;
  const resembles = key.length >= 2 && share >= LEAST_SHARE;
  return resembles && (heading.startsWith(key) || heading.endsWith(key)) ? share : 0;
}

function mapped({ column, sample }: ColumnSeen, fields: readonly IntakeField[], vote: Vote | undefined): MappedColumn {
  const field = fields.find(({ key }) => key === vote?.field);
  const edition = field?.editions ? editionSaid(column, field.editions) : null;
  return {
    index: column.index,
    header: column.path.join(" / "),
    field: field?.key ?? null,
    by: vote?.by ?? "none",
    edition,
    editionNeeded: field?.editions !== undefined && edition === null && hasBareCodes(sample),
  };
}

/** Only what the heading says in so many words: "学历代码（GB/T 4658-2006）". */
function editionSaid({ path }: FoundColumn, editions: readonly string[]): string | null {
  const said = editions.filter((edition) => path.some((text) => text.includes(edition)));
  return said.length === 1 ? (said[0] ?? null) : null;
}

/** Other columns whose headings are as good as that of the column that has the field. */
function conflictsOf(votes: readonly Vote[], taken: ReadonlyMap<string, Vote>): Mapping["conflicts"] {
  return [...taken].flatMap(([field, winner]) => {
    const rivals = votes.filter(
      (vote) => vote.field === field && vote.by === "label" && vote.weight >= Math.min(winner.weight, SAME - ALIAS),
    );
    return rivals.length > 1 ? [{ field, columns: rivals.map(({ column }) => column) }] : [];
  });
}

function missingOf(fields: readonly IntakeField[], columns: readonly MappedColumn[]): readonly string[] {
  const found = new Set(columns.map(({ field }) => field));
  return fields.filter(({ key }) => !found.has(key)).map(({ key }) => key);
}
