import { createHash } from "node:crypto";
import { resolve } from "node:path";

/**
 * Where keys, evidence and the chain's anchor of one database are, unless TAIZHANG_DATA says otherwise: beside an SQLite
 * file under its name, for PostgreSQL under a name made from host, port and database. So every command that names the
 * same database finds the same keys, and two databases never share an anchor.
 */
export function dataFolderOf(db: string): string {
  if (db.startsWith("sqlite:")) return `${resolve(db.slice("sqlite:".length))}.files`;
  const { host, pathname } = new URL(db);
  const name = pathname.slice(1).replaceAll(/[^\w-]/g, "_") || "postgres";
  const mark = createHash("sha256").update(`${host}${pathname}`).digest("hex").slice(0, 8);
  return resolve("data", `${name}-${mark}.files`);
}
