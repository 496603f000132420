import { toId } from "#core/kernel/ids.ts";
import type { Instant } from "#core/kernel/instant.ts";
import { proposeAccountNames, type AccountNameSubject } from "#core/organisation/propose-account-name.ts";
import { initialsOf } from "#service/pinyin/initials-of.ts";
import type { AccountRecord } from "#service/ports/records.ts";
import type { DemoOrganisation } from "./demo-organisation.ts";

export interface DemoAccountOptions {
  readonly at: Instant;
  /** Hashes of the demo's password. argon2 is slow on purpose: two thousand accounts share a handful of salts here, and only here. */
  readonly hashes: readonly string[];
}

const DUTIES = [
  { duty: "system-administration", name: "xtgl", holder: "系统管理员" },
  { duty: "security-administration", name: "aqgl", holder: "安全管理员" },
  { duty: "audit", name: "sjgl", holder: "审计员" },
] as const;

/** A unit account for every unit, a person account for every member, three duty accounts (A0, A11), named by house custom (A1). */
export function demoAccounts(organisation: DemoOrganisation, options: DemoAccountOptions): readonly AccountRecord[] {
  const { units, persons } = organisation;
  const names = accountNames(organisation);
  const unitAccounts = units.map((unit, index) =>
    account(options, index, {
      id: unit.id,
      kind: "unit",
      unitId: unit.id,
      name: names[index] ?? unit.code,
      holder: `${unit.shortName}信息员`,
    }),
  );
  const personAccounts = persons.map((person, index) =>
    account(options, index, {
      id: person.id,
      kind: "person",
      personId: person.id,
      name: names[units.length + index] ?? person.name,
      holder: person.name,
    }),
  );
  const dutyAccounts = DUTIES.map(({ duty, name, holder }, index) =>
    account(options, index, { id: duty, kind: "duty", duty, name, holder }),
  );
  return [...unitAccounts, ...personAccounts, ...dutyAccounts];
}

function accountNames({ units, persons, posts }: DemoOrganisation): readonly string[] {
  const holders = new Set(posts.filter((post) => post.kind !== "member").map((post) => post.personId));
  const unitSubjects = units.map((unit): AccountNameSubject => ({
    kind: "unit",
    shortName: unit.shortName,
    code: unit.code,
  }));
  const personSubjects = persons.map((person): AccountNameSubject =>
    holders.has(person.id)
      ? { kind: "secretary", mobile: person.phone, realName: person.name }
      : { kind: "member", realName: person.name },
  );
  const isTaken = (name: string): boolean => DUTIES.some((duty) => duty.name === name);
  return proposeAccountNames([...unitSubjects, ...personSubjects], { initialsOf, isTaken });
}

type Holder = Pick<AccountRecord, "kind" | "name" | "holder"> &
  Partial<Pick<AccountRecord, "unitId" | "personId" | "duty">> & { readonly id: string };

function account({ at, hashes }: DemoAccountOptions, index: number, holder: Holder): AccountRecord {
  const inForce = {
    permission: "read-write",
    state: "active",
    term: { kind: "long-term", from: null, to: null },
    generation: 1,
  } as const;
  const passwordHash = hashes[index % hashes.length] ?? "";
  const owner = {
    unitId: null,
    personId: null,
    duty: null,
    ...holder,
    id: toId<AccountRecord["id"]>(`account-${holder.id}`),
  };
  return { ...inForce, ...owner, passwordHash, passwordSetAt: at, firstPasswordUntil: null, madeBy: null };
}
