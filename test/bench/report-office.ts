import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import ExcelJS from "exceljs";
import type { Condition } from "#core/people/question/question.ts";
import { fieldsOf } from "#core/report/population/columns/condition-bits.ts";
import type { Population } from "#core/report/population/population.ts";
import { rangesOf, rankedColumn, type RankedColumn } from "./ranked-column.ts";

const run = promisify(execFile);
const COUNTS = "Counts";
const PEOPLE = "People";

/** A range of ranks that a field lies in. */
interface Criterion {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/** Numbers as a spreadsheet has them: people as rows of whole numbers, a COUNTIFS for each. */
export class OfficeSheet {
  readonly #population: Population;
  readonly #columns = new Map<string, RankedColumn>();

  constructor(population: Population) {
    this.#population = population;
  }

  /** What COUNTIFS is given for these conditions at once; null: they are none of ranges alone. */
  criteria(conditions: readonly Condition[]): readonly Criterion[] | null {
    const all = conditions.map((condition) => this.#criteriaOf(condition));
    return all.includes(null) ? null : all.flatMap((some) => some ?? []);
  }

  /** As the spreadsheet counts them, and how long that takes: with its beginning, without that of a file that has no formulas. */
  async count(
    numbers: readonly (readonly Criterion[])[],
  ): Promise<{ readonly counts: readonly number[]; readonly ms: number }> {
    const folder = await mkdtemp(join(tmpdir(), "taizhang-office-"));
    try {
      const keys = [...new Set(numbers.flatMap((criteria) => criteria.map(({ key }) => key)))];
      const formulas = numbers.map((criteria) => this.#formula(criteria, keys));
      await this.#write(join(folder, "plain.xlsx"), keys, []);
      await this.#write(join(folder, "counted.xlsx"), keys, formulas);
      // Whoever comes first makes the profile.
      await converted(folder, "plain");
      const plain = await converted(folder, "plain");
      const counted = await converted(folder, "counted");
      const lines = (await readFile(join(folder, "counted.csv"), "utf8")).trim().split("\n");
      return { counts: lines.map(Number), ms: counted - plain };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  #criteriaOf(condition: Condition): readonly Criterion[] | null {
    const [key, other] = fieldsOf(condition);
    if (key === undefined) return condition.kind === "always" ? [] : null;
    if (other === undefined) {
      const ranges = rangesOf(condition, this.#column(key));
      return ranges.length === 1 ? ranges.map((range) => ({ key, ...range })) : null;
    }
    return condition.kind === "all" ? this.criteria(condition.parts) : null;
  }

  #column(key: string): RankedColumn {
    const column = this.#columns.get(key) ?? rankedColumn(this.#population, key);
    this.#columns.set(key, column);
    return column;
  }

  #formula(criteria: readonly Criterion[], keys: readonly string[]): string {
    const asked = criteria.flatMap(({ key, from, to }) => {
      const letter = letterOf(keys.indexOf(key));
      const range = `${PEOPLE}!$${letter}$1:$${letter}$${this.#population.size}`;
      return from === to ? [`${range},${from}`] : [`${range},">=${from}"`, `${range},"<=${to}"`];
    });
    return `COUNTIFS(${asked.join(",")})`;
  }

  async #write(filename: string, keys: readonly string[], formulas: readonly string[]): Promise<void> {
    const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename });
    const counts = workbook.addWorksheet(COUNTS);
    // Without a result the spreadsheet counts it when the file is opened.
    for (const formula of formulas) counts.addRow([{ formula }]).commit();
    if (formulas.length === 0) counts.addRow([0]).commit();
    counts.commit();
    const people = workbook.addWorksheet(PEOPLE);
    const columns = keys.map((key) => this.#column(key));
    for (let row = 0; row < this.#population.size; row += 1)
      people.addRow(columns.map(({ rankAt }) => rankAt(row))).commit();
    people.commit();
    await workbook.commit();
  }
}

/** What `soffice` says of itself; null: there is none. */
export async function officeVersion(): Promise<string | null> {
  return await run("soffice", ["--version"]).then(
    ({ stdout }) => stdout.trim(),
    () => null,
  );
}

/** @returns milliseconds; the first sheet stands beside it as .csv */
async function converted(folder: string, name: string): Promise<number> {
  const from = performance.now();
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  const asked = ["--headless", "--convert-to", "csv", "--outdir", folder, join(folder, `${name}.xlsx`)];
  await run("soffice", [profile, ...asked]);
  return performance.now() - from;
}

/** The first is A. */
function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${letterOf(Math.floor(index / 26) - 1)}${letter}`;
}
