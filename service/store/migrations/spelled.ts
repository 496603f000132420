import type { Dialect } from "../dialect.ts";

/** A statement of a migration with `text`, `whole` and `serial` as this database spells them. */
export function spelled(statement: string, { types }: Dialect): string {
  const typed = statement
    .replaceAll(/\bserial\b/g, types.serial)
    .replaceAll(/\bwhole\b/g, types.whole)
    .replaceAll(/(?<=\w )text\b/g, types.text);
  return statement.startsWith("create table") ? typed + types.tableEnd : typed;
}
