import { apiSetOf } from "./api-sets.ts";
import { ExcelFailure } from "./failure.ts";
import type { ExcelProfile } from "./profiles.ts";
import { hasSet } from "./profiles.ts";
import type { HostObject } from "./host-object.ts";

/** Lets only members through that this Excel has and that the fake serves; everything else is kept as a misuse. */
export class MemberGate {
  readonly #profile: ExcelProfile;
  readonly #misuse: string[];

  constructor(profile: ExcelProfile, misuse: string[]) {
    this.#profile = profile;
    this.#misuse = misuse;
  }

  allow<M>(object: HostObject, name: string, member: M | undefined): M {
    this.checkSet(object, name);
    return member ?? this.refuseUnknown(`${object.className}.${object.declaredName(name)}`);
  }

  /** Members with "_" are the library's own and come with the public ones they serve. */
  checkSet(object: HostObject, name: string): void {
    const declared = object.declaredName(name);
    if (declared.startsWith("_") || !isExcelClass(object.className)) return;
    const since = apiSetOf(object.className, declared);
    const member = `${object.className}.${declared}`;
    if (since === undefined) this.#refuse("ApiNotFound", `${member} is not declared in office.d.ts`);
    else if (!hasSet(this.#profile, since.set, since.version)) {
      this.#refuse("ApiNotFound", `${member} needs ${since.set} ${since.version}; this is ${this.#profile.name}`);
    }
  }

  has(object: HostObject, name: string): boolean {
    const since = apiSetOf(object.className, object.declaredName(name));
    return since !== undefined && hasSet(this.#profile, since.set, since.version);
  }

  refuseUnknown(member: string): never {
    this.#refuse("NotImplemented", `${member} is not served by the fake`);
  }

  #refuse(code: "ApiNotFound" | "NotImplemented", message: string): never {
    this.#misuse.push(message);
    throw new ExcelFailure(code, message);
  }
}

function isExcelClass(name: string): boolean {
  return !name.includes(".");
}
