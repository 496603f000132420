import { textChecksum } from "#core/sheet/snapshot/text-checksum.ts";
import type { TableCheck } from "../check/table-check.ts";

/** Of what a check tests, not of what it tells the reader: another test wants another explanation (R4a). */
export function checkVersion({ severity, table, each, test, missing, wantsNames }: TableCheck): string {
  return textChecksum(JSON.stringify([severity, table, each, test, missing, wantsNames]));
}
