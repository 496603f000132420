import { ExcelFailure } from "./failure.ts";
import type { MemberGate } from "./member-gate.ts";
import type { ArgumentInfo, RequestPath } from "./request.ts";
import { PATH } from "./request.ts";
import { isHostObject, type HostObject } from "./host-object.ts";

/** What stands behind the paths that no parent leads to. */
export interface PathRoots {
  readonly workbook: HostObject;
  service(name: string): HostObject | undefined;
  reference(id: string): HostObject;
}

/** Follows the object paths of one request; each is walked once, so that `add` adds once. null is Excel's null object. */
export class ObjectPaths {
  readonly #paths: Readonly<Record<string, RequestPath>>;
  readonly #roots: PathRoots;
  readonly #gate: MemberGate;
  readonly #found = new Map<number, HostObject | null>();

  constructor(paths: Readonly<Record<string, RequestPath>>, roots: PathRoots, gate: MemberGate) {
    this.#paths = paths;
    this.#roots = roots;
    this.#gate = gate;
  }

  resolve(id: number): HostObject | null {
    const known = this.#found.get(id);
    if (known !== undefined) return known;
    const path = this.#paths[String(id)];
    if (!path) throw new ExcelFailure("InvalidObjectPath");
    const found = this.#follow(path);
    this.#found.set(id, found);
    return found;
  }

  /** Arguments with objects in place of the ids of their paths. */
  argumentsOf(info: ArgumentInfo | undefined): readonly unknown[] {
    const ids = info?.ReferencedObjectPathIds;
    return (info?.Arguments ?? []).map((value, at) => this.#argument(value, ids?.[at]));
  }

  #argument(value: unknown, id: unknown): unknown {
    if (typeof id === "number" && id !== 0) return this.resolve(id);
    if (Array.isArray(value) && Array.isArray(id)) {
      const ids: readonly unknown[] = id;
      return value.map((entry: unknown, at) => this.#argument(entry, ids[at]));
    }
    return value;
  }

  #follow(path: RequestPath): HostObject | null {
    switch (path.ObjectPathType) {
      case PATH.global:
        return this.#roots.workbook;
      case PATH.fresh:
        return this.#roots.service(path.Name) ?? this.#gate.refuseUnknown(path.Name);
      case PATH.reference:
        return this.#roots.reference(path.Name);
      case PATH.none:
        return null;
      default:
        return this.#followFrom(path);
    }
  }

  #followFrom(path: RequestPath): HostObject | null {
    const parent = this.resolve(path.ParentObjectPathId ?? 0);
    if (parent === null) return null;
    if (path.ObjectPathType === PATH.property) {
      const link = this.#gate.allow(parent, path.Name, parent.link(path.Name));
      return link();
    }
    const args = this.argumentsOf(path.ArgumentInfo);
    if (path.ObjectPathType === PATH.indexer) {
      return parent.item(args[0]) ?? this.#gate.refuseUnknown(`${parent.className}.getItem`);
    }
    const answer = this.#gate.allow(parent, path.Name, parent.method(path.Name))(args);
    if (answer === null || isHostObject(answer)) return answer;
    throw new Error(`${parent.className}.${path.Name} of the fake gives no object`);
  }
}
