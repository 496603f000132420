import type { Transaction } from "kysely";
import type { Dialect } from "../dialect.ts";
import type { Tables } from "../tables.ts";

/** One database, brought up to date: how transactions begin, wait, are retried and end. */
export interface Engine {
  readonly dialect: Dialect;
  /** All queries of one `read` see the same moment. */
  read<T>(work: (db: Transaction<Tables>) => Promise<T>): Promise<T>;
  write<T>(work: (db: Transaction<Tables>) => Promise<T>): Promise<T>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}
