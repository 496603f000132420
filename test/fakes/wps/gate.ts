/** What a call to the desk program ended with, where it did not do what it was told. */
export class WpsError extends Error {}

/**
 * Counts what a page asks of the program, and remembers every member that was asked for and is not there: the real program
 * would answer undefined and nobody would notice.
 */
export class Gate {
  #calls = 0;
  #byMember = new Map<string, number>();
  #violations: string[] = [];
  #faultAt: number | null = null;

  get calls(): number {
    return this.#calls;
  }
  /** "Range.Value2" ...: how often. */
  get byMember(): ReadonlyMap<string, number> {
    return this.#byMember;
  }
  get violations(): readonly string[] {
    return this.#violations;
  }

  enter(member: string): void {
    this.#calls += 1;
    this.#byMember.set(member, (this.#byMember.get(member) ?? 0) + 1);
    if (this.#faultAt === this.#calls) {
      this.#faultAt = null;
      throw new WpsError(`模拟的故障: ${member}`);
    }
  }
  /** Did the call that was to fail come? */
  get hasFailed(): boolean {
    return this.#faultAt === null;
  }
  violated(what: string): never {
    this.#violations.push(what);
    throw new Error(`the fake desk does not know ${what}`);
  }
  startCounting(): void {
    this.#calls = 0;
    this.#byMember = new Map();
  }
  /** The nth call from now on fails, once. */
  failAt(nth: number | null): void {
    this.startCounting();
    this.#faultAt = nth;
  }
  /** @throws naming what was asked for and is not there */
  assertClean(): void {
    if (this.#violations.length > 0) throw new Error(`not in the fake desk: ${this.#violations.join(", ")}`);
  }
}

/** Asked by JavaScript itself when a value is awaited, printed or compared. */
const LANGUAGE = new Set(["then", "toJSON", "constructor", "asymmetricMatch", "nodeType", "inspect"]);

/** The object as the program shows it: members of its class and nothing else; every use is counted. */
export function strict<T extends object>(gate: Gate, type: string, target: T): T {
  const nameOf = (member: string) => `${type}.${member}`;
  return new Proxy(target, {
    get(_target, member) {
      if (typeof member === "symbol" || LANGUAGE.has(member)) return undefined;
      if (!(member in target)) return gate.violated(nameOf(member));
      const value: unknown = isMethod(target, member) ? Reflect.get(target, member, target) : undefined;
      if (typeof value === "function") {
        return (...given: unknown[]): unknown => {
          gate.enter(nameOf(member));
          return Reflect.apply(value, target, given);
        };
      }
      gate.enter(nameOf(member));
      return Reflect.get(target, member, target) as unknown;
    },
    set(_target, member, value) {
      if (typeof member === "symbol" || !descriptorOf(target, member)?.set)
        return gate.violated(`${type}.${String(member)} =`);
      gate.enter(`${nameOf(member)} =`);
      return Reflect.set(target, member, value, target);
    },
    has: (_target, member) => member in target,
  });
}

function isMethod(target: object, member: string): boolean {
  return typeof descriptorOf(target, member)?.value === "function";
}

function descriptorOf(target: object, member: string): PropertyDescriptor | undefined {
  for (let at: object | null = target; at; at = Reflect.getPrototypeOf(at)) {
    const found = Reflect.getOwnPropertyDescriptor(at, member);
    if (found) return found;
  }
  return undefined;
}
