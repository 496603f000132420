import type { Duty } from "#core/access/actor.ts";
import { toId, type AccountId, type PersonId, type PostId, type UnitId } from "#core/kernel/ids.ts";
import type { Day, Instant } from "#core/kernel/instant.ts";
import type { Post, PostKind } from "#core/organisation/post.ts";
import type { Unit, UnitKind } from "#core/organisation/unit.ts";
import { argon2Hasher } from "#service/crypto/password-hasher.ts";
import type { AccountRecord, PersonRecord } from "#service/ports/records.ts";
import type { Store } from "#service/ports/store.ts";

/** Of every account in here. */
export const KNOWN_PASSWORD = "Lantern+Orchard+42";
/** One hash for all: argon2 is slow on purpose, and no test is about these salts. */
let knownHash: Promise<string> | undefined;

/**
 * c                        the committee; its officer "officer"; the duties "system", "security", "auditor"
 *   g1                     general branch; unit account "g1", read-only unit account "g1-reader", "g1-secretary", "g1-deputy"
 *     b11, b12             branches; unit accounts "b11" ..., "b11-secretary", "b11-deputy", members "b11-m1", "b11-m2"
 *   g2                     the same with b21 and b22
 * Every officer below the committee is a member, too: of his branch, or of the first branch of his general branch.
 * An id is the name with its kind before it: unit-b11, person-b11-m1, account-b11-m1.
 */
const TREE: readonly (readonly [name: string, parent: string | null, label: string])[] = [
  ["c", null, "江南医科大学党委"],
  ["g1", "c", "机关党总支"],
  ["b11", "g1", "机关第一党支部"],
  ["b12", "g1", "机关第二党支部"],
  ["g2", "c", "基础医学院党总支"],
  ["b21", "g2", "基础第一党支部"],
  ["b22", "g2", "基础第二党支部"],
];

const KINDS: Readonly<Record<string, UnitKind>> = { c: "committee", g: "general-branch", b: "branch" };
const SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华";
const SINCE = "2025-01-01" as Day;

export interface SmallOrganisation {
  readonly units: readonly Unit[];
  readonly persons: readonly PersonRecord[];
  readonly posts: readonly Post[];
  readonly accounts: readonly AccountRecord[];
}

export async function saveSmallOrganisation(store: Store, at: Instant): Promise<SmallOrganisation> {
  knownHash ??= argon2Hasher().hash(KNOWN_PASSWORD);
  const organisation = smallOrganisation(at, await knownHash);
  await store.write(async (tx) => {
    await tx.organisation.saveUnits(organisation.units);
    await tx.organisation.savePersons(organisation.persons);
    await tx.organisation.savePosts(organisation.posts);
    await tx.accounts.saveAccounts(organisation.accounts);
  });
  return organisation;
}

export const unitIdOf = (name: string): UnitId => toId(`unit-${name}`);
export const personIdOf = (name: string): PersonId => toId(`person-${name}`);
export const accountIdOf = (name: string): AccountId => toId(`account-${name}`);
export const postIdOf = (person: string, kind: PostKind): PostId => toId(`post-${person}-${kind}`);

interface Holder {
  readonly name: string;
  readonly offices: readonly (readonly [unit: string, kind: PostKind])[];
}

function smallOrganisation(at: Instant, passwordHash: string): SmallOrganisation {
  const units = TREE.map(([name, parent, label], position) => aUnit({ name, parent, label, position }));
  const holders: readonly Holder[] = [{ name: "officer", offices: [["c", "officer"]] }, ...TREE.flatMap(holdersOf)];
  const persons = holders.map(({ name }, index) => aPerson(name, index));
  const posts = holders.flatMap(({ name, offices }) => offices.map(([unit, kind]) => aPost(name, unit, kind)));
  const base = { passwordHash, passwordSetAt: at, firstPasswordUntil: null, madeBy: null, generation: 1 } as const;
  const active = {
    ...base,
    permission: "read-write",
    state: "active",
    duty: null,
    unitId: null,
    personId: null,
  } as const;
  const term = { kind: "long-term", from: null, to: null } as const;
  const unitAccount = (name: string, unit: string): AccountRecord => ({
    ...{ ...active, term, id: accountIdOf(name), kind: "unit", name, unitId: unitIdOf(unit), holder: `${unit} 信息员` },
  });
  const dutyAccount = (name: string, duty: Duty): AccountRecord => ({
    ...{ ...active, term, id: accountIdOf(name), kind: "duty", name, duty, holder: `${name} 管理员` },
  });
  const accounts: readonly AccountRecord[] = [
    ...TREE.map(([name]) => unitAccount(name, name)),
    { ...unitAccount("g1-reader", "g1"), permission: "read-only" },
    ...holders.map(({ name }, index): AccountRecord => ({
      ...{ ...active, term, id: accountIdOf(name), kind: "person", name, personId: personIdOf(name) },
      holder: persons[index]?.name ?? "",
    })),
    dutyAccount("system", "system-administration"),
    dutyAccount("security", "security-administration"),
    dutyAccount("auditor", "audit"),
  ];
  return { units, persons, posts, accounts };
}

function holdersOf([unit]: (typeof TREE)[number]): readonly Holder[] {
  if (unit === "c") return [];
  const branch = unit.startsWith("g") ? `b${unit.slice(1)}1` : unit;
  const officer = (kind: "secretary" | "deputy-secretary", name: string): Holder => ({
    name,
    offices: [
      [unit, kind],
      [branch, "member"],
    ],
  });
  const officers = [officer("secretary", `${unit}-secretary`), officer("deputy-secretary", `${unit}-deputy`)];
  if (unit.startsWith("g")) return officers;
  return [...officers, ...["m1", "m2"].map((m): Holder => ({ name: `${unit}-${m}`, offices: [[unit, "member"]] }))];
}

function aUnit(of: {
  readonly name: string;
  readonly parent: string | null;
  readonly label: string;
  readonly position: number;
}): Unit {
  const kind = KINDS[of.name.slice(0, 1)] ?? "branch";
  const parentId = of.parent === null ? null : unitIdOf(of.parent);
  return {
    id: unitIdOf(of.name),
    code: of.name,
    name: of.label,
    shortName: of.label,
    kind,
    parentId,
    position: of.position,
  };
}

function aPerson(name: string, index: number): PersonRecord {
  const surname = SURNAMES.charAt(index % SURNAMES.length);
  return { id: personIdOf(name), name: `${surname}建国`, phone: `1380000${String(index).padStart(4, "0")}` };
}

function aPost(person: string, unit: string, kind: PostKind): Post {
  return {
    id: postIdOf(person, kind),
    personId: personIdOf(person),
    unitId: unitIdOf(unit),
    kind,
    from: SINCE,
    until: null,
  };
}
