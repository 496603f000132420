import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readWorkingDays, type WorkingDays } from "#core/report/submission/working-days.ts";

/** Holidays and weekends at work (C4). @throws when the file is missing or holds a line that is none of the two */
export async function loadWorkingDays(templates: string): Promise<WorkingDays> {
  return readWorkingDays(await readFile(join(templates, "calendar", "working-days.txt"), "utf8"));
}
