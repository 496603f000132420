import type { Compilable, CompiledQuery, Kysely } from "kysely";
import type { Dialect } from "../dialect.ts";
import type { Tables } from "../tables.ts";

/** A list is for `dialect.among`. */
type Value = string | number | readonly string[];
type Given<Name extends string> = Readonly<Record<Name, Value>>;
/** Stands in a query where a value is put every time it is asked; fits every column. */
type Places<Name extends string> = Readonly<Record<Name, never>>;

interface Asked<Name extends string> {
  readonly db: Kysely<Tables>;
  readonly dialect: Dialect;
  readonly given: Given<Name>;
}

type KeptQuery<Name extends string> = (asked: Asked<Name>) => Promise<readonly object[]>;

interface Kept<Name extends string> {
  readonly query: CompiledQuery;
  readonly values: readonly ((given: Given<Name>) => unknown)[];
}

/**
 * A query whose text is put together once for each database: that takes longer than the answer of a small one.
 * @param names of what it is asked with
 */
export function keptQuery<Name extends string>(
  names: readonly Name[],
  make: (db: Kysely<Tables>, places: Places<Name>, dialect: Dialect) => Compilable,
): KeptQuery<Name> {
  const kept = new Map<Dialect["name"], Kept<Name>>();
  const places = Object.fromEntries(names.map((name) => [name, placeOf(name)])) as Places<Name>;
  return async ({ db, dialect, given }) => {
    const known = kept.get(dialect.name) ?? compiled(names, make(db, places, dialect).compile());
    kept.set(dialect.name, known);
    const parameters = known.values.map((valueIn) => valueIn(given));
    const { rows } = await db.executeQuery<object>({ ...known.query, parameters });
    return rows;
  };
}

function compiled<Name extends string>(names: readonly Name[], query: CompiledQuery): Kept<Name> {
  return { query, values: query.parameters.map((parameter) => valueFor(names, parameter)) };
}

/** What a parameter has: the value of its name, a list of it as a dialect passes lists, or what it had when the query was made. */
function valueFor<Name extends string>(names: readonly Name[], parameter: unknown): (given: Given<Name>) => unknown {
  for (const name of names) {
    const place = placeOf(name);
    if (parameter === place) return (given) => given[name];
    if (parameter === JSON.stringify([place])) return (given) => JSON.stringify(given[name]);
    if (Array.isArray(parameter) && parameter[0] === place) return (given) => given[name];
  }
  return () => parameter;
}

/** No text of a query begins like this. */
function placeOf(name: string): string {
  return `\u0000${name}`;
}
