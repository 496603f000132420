import { KeptReport } from "#core/report/counting/kept-report.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Month } from "#core/kernel/day-arithmetic.ts";
import type { PersonId, UnitId } from "#core/kernel/ids.ts";
import { decodePopulations, encodePopulations } from "#core/report/population/saved/populations-blob.ts";
import type { StoreReads } from "#service/ports/store.ts";
import { joinHead, splitHead } from "#service/usecases/report/headed-bytes.ts";
import type { ReportServices } from "#service/usecases/report/report-services.ts";
import type { KeptForm, OpenedForm } from "./kept-form.ts";

/** With fewer people than that, counting anew is as fast as a file. */
export const WORTH_SAVING = 20_000;
/** So many changes are replayed in little time; then the file is written again. */
const CHANGES_BETWEEN = 5_000;

/** Raised whenever the program makes other rows of the same record: what an earlier one wrote is counted anew. */
const ROWS_VERSION = 5;

/** What stands before the columns. */
interface SavedHead {
  readonly definition: string;
  /** Mark of how rows are made of records. */
  readonly making: string;
  readonly organisation: number;
  /** Of the chain at that change: a file of another database, or of one that was put back, is nobody's. */
  readonly chain: string;
  readonly offices: readonly (readonly [PersonId, string])[];
  readonly booksFrom: readonly (readonly [UnitId, Month])[];
  readonly wholeMoves: readonly string[];
}

type SavingServices = Pick<
  ReportServices,
  "populationFiles" | "digest" | "worthSaving" | "catalogue" | "procedureRules"
>;

/** Columns for the next start, now and then. */
export async function saveForm(
  tx: StoreReads,
  services: SavingServices,
  { name, form }: { readonly name: string; readonly form: KeptForm },
): Promise<void> {
  const { populationFiles, digest, worthSaving } = services;
  const { kept, change, definition, organisation, side, period } = form;
  if (kept.populations.people.size < worthSaving || change - form.saved < CHANGES_BETWEEN) return;
  const chain = await chainAt(tx, change);
  // All of one moment; somebody may have renewed it while the chain was read.
  if (chain === undefined || form.change !== change) return;
  form.saved = change;
  const head: SavedHead = {
    ...{
      definition,
      making: makingMark(services),
      organisation,
      chain,
      offices: [...side.offices],
      booksFrom: [...side.booksFrom],
    },
    wholeMoves: [...side.wholeMoves],
  };
  const text = JSON.stringify(head);
  const populations = encodePopulations(kept.populations, { definition: digest(text), change, day: period.until });
  await populationFiles.save(name, joinHead({ head: text, body: populations }));
}

/** Columns of an earlier run, to be renewed from the change they know; undefined: none that can be trusted. */
export async function savedForm(
  tx: StoreReads,
  services: SavingServices,
  { name, opened }: { readonly name: string; readonly opened: OpenedForm },
): Promise<KeptForm | undefined> {
  const { populationFiles, digest } = services;
  const split = splitHead((await populationFiles.load(name)) ?? new Uint8Array());
  if (!split) return undefined;
  const decoded = decodePopulations(split.body);
  if (!decoded.ok) return undefined;
  const { head: mark, populations } = decoded.value;
  // The columns carry the checksum of what stands before them, and their own.
  if (mark.definition !== digest(split.head) || !isOf(opened, mark.day)) return undefined;
  const head = JSON.parse(split.head) as SavedHead;
  if (head.definition !== opened.definition || head.making !== makingMark(services)) return undefined;
  if (head.chain !== (await chainAt(tx, mark.change))) return undefined;
  const { organisation, offices, booksFrom, wholeMoves } = head;
  return {
    ...{ ...opened, organisation, change: mark.change, saved: mark.change },
    kept: new KeptReport(opened.compiled, populations, opened.period.until),
    side: { offices: new Map(offices), booksFrom: new Map(booksFrom), wholeMoves: new Set(wholeMoves) },
  };
}

function makingMark({ digest, catalogue, procedureRules }: SavingServices): string {
  return digest(JSON.stringify([ROWS_VERSION, catalogue.person, catalogue.unit, procedureRules.conversion]));
}

function isOf({ period }: OpenedForm, day: Day): boolean {
  return period.until === day;
}

async function chainAt(tx: StoreReads, change: number): Promise<string | undefined> {
  const [entry] = change === 0 ? [] : await tx.audit.entries({ from: change, most: 1 });
  return entry?.number === change ? entry.hash : undefined;
}
