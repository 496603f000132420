import { textChecksum } from "#core/sheet/snapshot/text-checksum.ts";
import type { TableCheck } from "../check/table-check.ts";

/** Of what a check tests, not of what it tells the reader: another test wants another explanation (R4a). */
export function checkVersion(check: TableCheck): string {
  const version = known.get(check) ?? versionOf(check);
  known.set(check, version);
  return version;
}

function versionOf({ severity, table, each, test, missing, wantsNames }: TableCheck): string {
  return textChecksum(JSON.stringify([severity, table, each, test, missing, wantsNames]));
}

/** Worked out once: it is asked for with every finding, after every change. */
const known = new WeakMap<TableCheck, string>();
