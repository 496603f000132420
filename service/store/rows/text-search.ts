import { sql, type RawBuilder } from "kysely";

/**
 * `column` holds `search` anywhere. Latin letters match in either case, by lower() on both sides: left to itself LIKE
 * ignores case in SQLite and heeds it in PostgreSQL. With text compared by bytes, lower() touches A to Z only on both.
 */
export function holdsText(column: string, search: string): RawBuilder<boolean> {
  const pattern = `%${lowerAscii(search).replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return sql<boolean>`lower(${sql.ref(column)}) like ${pattern} escape '\\'`;
}

function lowerAscii(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}
