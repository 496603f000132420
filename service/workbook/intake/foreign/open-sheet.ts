import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { SeenRow } from "#core/intake/seen-workbook.ts";
import type { IntakeRefusal } from "#core/sheet/intake-refusal.ts";
import type { OpenSheet } from "#service/ports/workbooks.ts";
import { FOREIGN_LIMITS } from "../intake-limits.ts";
import { guardOf, loadWithin, type IntakeOptions } from "../read-workbook.ts";
import { READY } from "../ready.ts";
import { deathOf, startChild, type ReaderProcess } from "../run-child.ts";
import type { SheetLine } from "./give-sheet.ts";
import { linesOf } from "./lines-of.ts";
import { unpackRows } from "./packed-rows.ts";

/** For each thing the child says: five million cells are checked within that, many times over. */
const NEXT_LINE_MS = 60_000;
/** Whoever takes no rows for that long has forgotten the sheet. */
const FORGOTTEN_MS = 300_000;

/**
 * Opens one sheet of a foreign workbook in a reader of its own and hands its rows on as they are taken.
 * @param source the bytes, or the path of a file
 */
export async function openSheet(
  source: Uint8Array | string,
  sheet: string,
  options: IntakeOptions = {},
): Promise<Result<OpenSheet, IntakeRefusal>> {
  const limits = { ...FOREIGN_LIMITS, ...options.limits };
  const bytes = await loadWithin(source, limits.fileBytes);
  if (!bytes.ok) return bytes;
  const task = { mode: "sheet", sheet, limits, bytes: bytes.value.length } as const;
  const lines = new SheetLines(startChild(bytes.value, task, guardOf(options)), options.milliseconds ?? NEXT_LINE_MS);
  const first = await lines.next();
  if (first.kind !== "opened" || !first.answer.ok) {
    lines.stop();
    return refuse(refusalIn(first));
  }
  return ok({ ...first.answer.value, batches: batchesOf(lines), close: () => lines.stop() });
}

function refusalIn(line: SheetLine): IntakeRefusal {
  if (line.kind === "opened" && !line.answer.ok) return line.answer.refusal;
  if (line.kind === "end" && line.refusal) return line.refusal;
  return deathOf(1, null);
}

async function* batchesOf(lines: SheetLines): AsyncGenerator<Result<readonly SeenRow[], IntakeRefusal>> {
  try {
    for (;;) {
      const line = await lines.next();
      if (line.kind === "rows") {
        if (line.rows.length > 0) yield ok(unpackRows(line.rows));
      } else {
        if (line.kind !== "end" || line.refusal) yield refuse(refusalIn(line));
        return;
      }
    }
  } finally {
    lines.stop();
  }
}

/** What a child says, line by line; it waits while nobody asks. A child that dies or takes too long ends with a refusal. */
class SheetLines {
  readonly #child: ReaderProcess;
  readonly #milliseconds: number;
  readonly #lines: AsyncIterator<string, undefined>;
  readonly #ended: Promise<IntakeRefusal>;
  #timedOut = false;
  #forgotten: NodeJS.Timeout | undefined;

  constructor(child: ReaderProcess, milliseconds: number) {
    this.#child = child;
    this.#milliseconds = milliseconds;
    this.#lines = linesOf(child.stdout);
    this.#ended = new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code, signal) => resolve(deathOf(code, signal)));
    });
  }

  async next(): Promise<SheetLine> {
    const line = await this.#line(this.#milliseconds);
    if (line === READY.trim()) return await this.next();
    return line === undefined ? await this.#broken() : (JSON.parse(line) as SheetLine);
  }

  async #line(milliseconds: number): Promise<string | undefined> {
    clearTimeout(this.#forgotten);
    const timer = setTimeout(() => {
      this.#timedOut = true;
      this.#child.kill("SIGKILL");
    }, milliseconds);
    try {
      const { value, done } = await this.#lines.next();
      return done === true ? undefined : value;
    } finally {
      clearTimeout(timer);
      this.#forgotten = setTimeout(() => this.stop(), FORGOTTEN_MS).unref();
    }
  }

  async #broken(): Promise<SheetLine> {
    const death = await this.#ended;
    const refusal: IntakeRefusal = this.#timedOut
      ? { code: "workbook-timeout", milliseconds: this.#milliseconds }
      : death;
    return { kind: "end", refusal };
  }

  stop(): void {
    clearTimeout(this.#forgotten);
    this.#child.kill("SIGKILL");
    this.#child.stdout.destroy();
  }
}
