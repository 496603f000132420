import { mapReferences, type Reference } from "./references.ts";

export interface NameModel {
  readonly name: string;
  /** Without "=": "'定量任务'!$C$4:$C$9". */
  readonly refersTo: string;
  readonly visible: boolean;
  /** Id of the sheet that the name belongs to; undefined: the workbook's. */
  readonly scope?: string | undefined;
}

/** Defined names; looked up without regard to letter case, a sheet's own before the workbook's. */
export class NamesModel {
  #names: NameModel[];

  constructor(names: readonly NameModel[] = []) {
    this.#names = [...names];
  }

  get all(): readonly NameModel[] {
    return this.#names;
  }

  find(name: string, scope?: string): NameModel | undefined {
    const wanted = name.toLowerCase();
    const named = this.#names.filter((candidate) => candidate.name.toLowerCase() === wanted);
    return (
      named.find((candidate) => candidate.scope === scope) ?? named.find((candidate) => candidate.scope === undefined)
    );
  }

  /** Replaces one of the same name and scope. */
  set(name: string, refersTo: string, more: Partial<Pick<NameModel, "visible" | "scope">> = {}): NameModel {
    // As the program writes it: quotes only where a tab name needs them.
    const plain = mapReferences(refersTo.replace(/^=/, ""), (reference) => ({ ...reference }));
    const next = { name, refersTo: plain, visible: more.visible ?? true, scope: more.scope };
    this.remove(name, more.scope);
    this.#names.push(next);
    return next;
  }
  /** @returns false when there is none. */
  remove(name: string, scope?: string): boolean {
    const before = this.#names.length;
    const wanted = name.toLowerCase();
    this.#names = this.#names.filter((other) => other.name.toLowerCase() !== wanted || other.scope !== scope);
    return this.#names.length < before;
  }

  mapReferences(map: (reference: Reference) => Reference | undefined): void {
    this.#names = this.#names.map((name) => ({ ...name, refersTo: mapReferences(name.refersTo, map) }));
  }

  copy(): NamesModel {
    return new NamesModel(this.#names);
  }
}
