import type { AbortSignalLike } from "#core/sheet/sheet-host.ts";
import { HostFailure } from "#addin/hosts/host-failure.ts";
import { isRequestTooLarge } from "../excel-failure.ts";
import type { ExcelRun } from "../excel-run.ts";

/** One small piece of a draw. */
export interface WriteOp {
  /** Tab name, for messages. */
  readonly tab: string;
  /** About what it adds to a request, in bytes. */
  readonly bytes: number;
  /** About what it adds to the answer. */
  readonly answer?: number;
  readonly queue: (workbook: Excel.Workbook) => void;
}

/** Excel takes and answers 5 MB; what is counted here is not exactly what office.js writes. */
export const MOST_BYTES = 4_500_000;

/** What an object path, an action and their numbers weigh. */
export const ACTION_BYTES = 170;

/** As few requests as hold all, in order. */
export function packOps(ops: readonly WriteOp[], most = MOST_BYTES): readonly (readonly WriteOp[])[] {
  const packs: WriteOp[][] = [];
  let [bytes, answered] = [Number.POSITIVE_INFINITY, 0];
  for (const op of ops) {
    const answer = op.answer ?? 0;
    if (bytes + op.bytes > most || answered + answer > most) {
      packs.push([]);
      [bytes, answered] = [0, 0];
    }
    packs.at(-1)?.push(op);
    bytes += op.bytes;
    answered += answer;
  }
  return packs;
}

export interface WriteOptions {
  readonly signal: AbortSignalLike | undefined;
  /** After each synchronisation: how many are done, of how many. */
  readonly onStep: (done: number, total: number) => void;
}

/** Does all of them, or throws in between. */
export async function writeOps(run: ExcelRun, ops: readonly WriteOp[], options: WriteOptions): Promise<void> {
  const packs = packOps(ops);
  for (const [at, pack] of packs.entries()) {
    ensureGoing(options.signal);
    await writePack(run, pack);
    options.onStep(at + 1, packs.length);
  }
}

/** A request that is too large after all goes in halves. One whose answer was too large was done: it is put back. */
async function writePack(run: ExcelRun, pack: readonly WriteOp[]): Promise<void> {
  try {
    await run.step((workbook) => {
      workbook.application.suspendApiCalculationUntilNextSync();
      workbook.application.suspendScreenUpdatingUntilNextSync();
      for (const op of pack) op.queue(workbook);
    }, placeOf(pack));
  } catch (error) {
    const middle = pack.length >> 1;
    if (!isRequestTooLarge(error) || middle === 0) throw error;
    await writePack(run, pack.slice(0, middle));
    await writePack(run, pack.slice(middle));
  }
}

function placeOf(pack: readonly WriteOp[]): HostFailure["place"] {
  const tabs = new Set(pack.flatMap(({ tab }) => (tab === "" ? [] : [tab])));
  const [tab] = tabs;
  return tab !== undefined && tabs.size === 1 ? { sheet: tab, address: "" } : undefined;
}

export function ensureGoing(signal: AbortSignalLike | undefined): void {
  if (signal?.aborted === true) throw new HostFailure("drawing-cancelled");
}
