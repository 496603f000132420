import type { MemberGate } from "./member-gate.ts";
import type { QueryInfo } from "./request.ts";
import type { HostObject } from "./host-object.ts";

/** What `load` asked for, by the names on the wire. Of a collection, the names are those of its items. */
export function queryObject(object: HostObject, query: QueryInfo, gate: MemberGate): Record<string, unknown> {
  const select = [...(query.Select ?? []), ...(query.Expand ?? [])].map((path) => path.split(/[/.]/));
  return read(object, select, { gate, query });
}

interface Reading {
  readonly gate: MemberGate;
  readonly query?: QueryInfo;
}

function read(object: HostObject, select: readonly (readonly string[])[], reading: Reading): Record<string, unknown> {
  const items = object.items();
  if (items === undefined) return readOne(object, select, reading.gate);
  const { Top = items.length, Skip = 0 } = reading.query ?? {};
  return {
    _Items: items.slice(Skip, Skip + Top).map((item) => ({
      ...(item.id === undefined ? {} : { _Id: item.id }),
      ...readOne(item, select, reading.gate),
    })),
  };
}

function readOne(
  object: HostObject,
  select: readonly (readonly string[])[],
  gate: MemberGate,
): Record<string, unknown> {
  const answer: Record<string, unknown> = {};
  const paths = (select.length === 0 ? [["*"]] : select).filter(([first]) => first?.startsWith("$") !== true);
  if (paths.some(([first]) => first === "*")) Object.assign(answer, readAll(object, gate));
  const linked = (path: readonly string[]) => path.length > 1 || object.property(wire(path[0] ?? "")) === undefined;
  const named = paths.filter(([first]) => first !== "*");
  for (const [name = ""] of named.filter((path) => !linked(path))) {
    answer[wire(name)] = gate.allow(object, wire(name), object.property(wire(name))?.get)();
  }
  const links = named.filter(linked);
  for (const name of new Set(links.map(([first = ""]) => first))) {
    const next = gate.allow(object, wire(name), object.link(wire(name)))();
    const below = links.filter(([first]) => first === name).map((path) => path.slice(1));
    const rest = below.filter((path) => path.length > 0);
    answer[wire(name)] = next && read(next, rest, { gate });
  }
  return answer;
}

/** `load()` without names, as Excel answers it: all that this Excel has. */
function readAll(object: HostObject, gate: MemberGate): Record<string, unknown> {
  const names = object.readable.filter((name) => gate.has(object, name));
  return Object.fromEntries(names.map((name) => [name, object.property(name)?.get?.()]));
}

function wire(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
