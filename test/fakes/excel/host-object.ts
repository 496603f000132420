/** An object of the workbook with its class: what an object path leads to. */
export interface HostObject {
  readonly className: string;
  readonly tracked: boolean;
  readonly target: unknown;
  readonly id: string | number | undefined;
  /** Name in office.d.ts of something on the wire. */
  declaredName(name: string): string;
  property(name: string): BoundProperty | undefined;
  link(name: string): (() => HostObject | null) | undefined;
  method(name: string): ((args: readonly unknown[]) => unknown) | undefined;
  items(): readonly HostObject[] | undefined;
  item(key: unknown): HostObject | undefined;
  /** Properties that can be read. */
  readonly readable: readonly string[];
}

export interface BoundProperty {
  readonly get: (() => unknown) | undefined;
  readonly set: ((value: unknown) => void) | undefined;
}

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === "object" && value !== null && "className" in value && "declaredName" in value;
}
