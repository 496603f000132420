import { existsSync } from "node:fs";
import type { ServiceConfig } from "#service/config.ts";
import { keyFileIn } from "#service/crypto/key-file.ts";
import { holdsDatabase } from "#service/store/holds-database.ts";
import { CommandProblem } from "./command-problem.ts";

/** A mistyped address must not quietly become a new, empty office. @throws CommandProblem */
export async function ensureDatabase({ db, dataFolder }: ServiceConfig): Promise<void> {
  if (!(await holdsDatabase(db)))
    throw new CommandProblem("no-database", `there is no database at ${withoutPassword(db)} 此处没有数据库`);
  await ensureKeysFit({ db, dataFolder });
}

/**
 * New keys beside an old database would open nothing, and stand in the way of the right ones.
 * @throws CommandProblem when there is a database and no key file
 */
export async function ensureKeysFit({ db, dataFolder }: Pick<ServiceConfig, "db" | "dataFolder">): Promise<void> {
  const file = keyFileIn(dataFolder);
  // Asked again at the end: another process may be making both just now, the keys first.
  if (existsSync(file) || !(await holdsDatabase(db)) || existsSync(file)) return;
  throw new CommandProblem(
    "keys-missing",
    `the database is there, its keys are not: put the key file back as ${file} 缺少密钥文件，请放回原处`,
  );
}

/** For a person to read: a database's password is nothing for a screen or a log. */
function withoutPassword(db: string): string {
  return db.replace(/^(postgres(?:ql)?:\/\/[^:@/]*):[^@]*@/, "$1:***@");
}
