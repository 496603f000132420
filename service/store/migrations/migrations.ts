import type { Migration } from "kysely/migration";
import type { Dialect } from "../dialect.ts";
import { firstTables } from "./0001-first-tables.ts";
import { records } from "./0002-records.ts";
import { procedures } from "./0003-procedures.ts";
import { reports } from "./0004-reports.ts";
import { duesIndex } from "./0006-dues-index.ts";
import { unitNoticesRead } from "./0007-unit-notices-read.ts";

/** In the order of their names. What has been released never changes. */
export function migrationsFor(dialect: Dialect): Record<string, Migration> {
  return {
    "0001-first-tables": firstTables(dialect),
    "0002-records": records(dialect),
    "0003-procedures": procedures(dialect),
    "0004-reports": reports(dialect),
    "0006-dues-index": duesIndex(),
    "0007-unit-notices-read": unitNoticesRead(dialect),
  };
}
