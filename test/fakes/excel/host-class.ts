import type { Desk } from "./desk.ts";
import type { HostObject } from "./host-object.ts";

/**
 * One class of the Excel API as the host serves it, as a table. Names are those on the wire (Values, RowIndex).
 * What is not in the table is not served, and asking for it fails the test.
 */
export interface HostClass<T> {
  /** As in office.d.ts, which tells since when a member exists. */
  readonly name: string;
  readonly properties?: Readonly<Record<string, Property<T>>>;
  readonly links?: Readonly<Record<string, (target: T, desk: Desk) => HostObject | null>>;
  readonly methods?: Readonly<Record<string, Method<T>>>;
  /** Collections: what `items` holds, and what getItem finds. */
  readonly items?: (target: T, desk: Desk) => readonly HostObject[];
  readonly item?: (target: T, key: unknown, desk: Desk) => HostObject;
  readonly id?: (target: T) => string | number;
  /** Wire names that are called otherwise in office.d.ts. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Ranges: the host keeps them, and they follow their cells. */
  readonly tracked?: true;
}

export interface Property<T> {
  readonly get?: (target: T, desk: Desk) => unknown;
  readonly set?: (target: T, value: unknown, desk: Desk) => void;
}

/** @returns a HostObject or null where the API has an object, else plain JSON. */
export type Method<T> = (target: T, args: readonly unknown[], desk: Desk) => unknown;

export function hostObject<T>(cls: HostClass<T>, target: T, desk: Desk): HostObject {
  return {
    className: cls.name,
    tracked: cls.tracked === true,
    target,
    id: cls.id?.(target),
    readable: Object.entries(cls.properties ?? {}).flatMap(([name, property]) => (property.get ? [name] : [])),
    declaredName: (name) => cls.aliases?.[name] ?? name.slice(0, 1).toLowerCase() + name.slice(1),
    property(name) {
      const found = own(cls.properties, name);
      if (!found) return undefined;
      const { get, set } = found;
      return { get: get && (() => get(target, desk)), set: set && ((value) => set(target, value, desk)) };
    },
    link(name) {
      const found = own(cls.links, name);
      return found && (() => found(target, desk));
    },
    method(name) {
      const found = own(cls.methods, name);
      return found && ((args) => found(target, args, desk));
    },
    items: () => cls.items?.(target, desk),
    item: (key) => cls.item?.(target, key, desk),
  };
}

function own<V>(table: Readonly<Record<string, V>> | undefined, name: string): V | undefined {
  return table && Object.hasOwn(table, name) ? table[name] : undefined;
}
