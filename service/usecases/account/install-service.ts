/**
 * A0, A11: the first accounts are made on the command line: the committee with the first officer of its organisation
 * department, who makes everything else, and the three duty accounts, which no one may hold together.
 */
import type { AccessRefusal } from "#core/access/access-refusal.ts";
import type { Duty } from "#core/access/actor.ts";
import { toId, type AccountId, type PersonId, type PostId, type UnitId } from "#core/kernel/ids.ts";
import { dayOf, type Instant } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { Post } from "#core/organisation/post.ts";
import type { Unit } from "#core/organisation/unit.ts";
import type { AccountSlip } from "#core/protocol/accounts.ts";
import type { RequestRefusal } from "#core/protocol/refusal.ts";
import type { AccountRecord, PersonRecord } from "#service/ports/records.ts";
import type { StoreWrites } from "#service/ports/store.ts";
import type { Services } from "../services.ts";
import { normaliseAccountName } from "./account-name.ts";
import { freeAccountNames } from "./free-names.ts";
import { makeOneTimeSecret, slipOf, type OneTimeSecret } from "./requests/one-time-secret.ts";

export interface Installation {
  readonly committeeName: string;
  readonly committeeShortName: string;
  readonly admin: { readonly name: string; readonly phone: string };
  /** Who holds which duty: three different people, none of them the officer. */
  readonly holders: Readonly<Record<Duty, string>>;
}

type InstallServices = Pick<Services, "store" | "clock" | "random" | "hasher" | "policy" | "pinyin">;

const DUTY_NAMES: Readonly<Record<Duty, string>> = {
  "system-administration": "xtgly",
  "security-administration": "aqgly",
  audit: "sjgly",
};
const DUTIES = Object.keys(DUTY_NAMES) as readonly Duty[];

/** @returns slips with one-time passwords, the officer's first. `changed-meanwhile`: something is installed already. */
export async function installService(
  services: InstallServices,
  installation: Installation,
): Promise<Result<readonly AccountSlip[], AccessRefusal | RequestRefusal>> {
  const people = [installation.admin.name, ...DUTIES.map((duty) => installation.holders[duty])];
  if (new Set(people).size < people.length) return refuse({ code: "duties-not-separate" });
  const at = services.clock.now();
  const secrets = await Promise.all(people.map(() => makeOneTimeSecret(services, at)));
  return services.store.write(async (tx) => {
    if ((await tx.organisation.units()).length > 0) return refuse({ code: "changed-meanwhile" });
    const first = await saveCommittee(tx, services, { installation, at });
    const accounts = accountsOf(services, { installation, first, secrets });
    await tx.accounts.saveAccounts(accounts);
    for (const account of accounts) {
      const fields = [{ field: "holder", old: null, new: account.holder }];
      const base = { at, accountId: null, from: "cli", action: "make-account", record: `account:${account.id}` };
      tx.record({ ...base, outcome: "done", why: "installation", fields });
    }
    return ok(accounts.flatMap((account, index) => slip(account, secrets[index], installation.committeeName)));
  });
}

interface First {
  readonly unitId: UnitId;
  readonly person: PersonRecord;
  readonly accountName: string;
}

async function saveCommittee(
  tx: StoreWrites,
  { random, pinyin }: InstallServices,
  { installation, at }: { readonly installation: Installation; readonly at: Instant },
): Promise<First> {
  const { committeeName: name, committeeShortName: shortName, admin } = installation;
  const id = toId<UnitId>(random.id("unit"));
  const code = pinyin.initialsOf(shortName).replace(/[^a-z0-9-]/g, "") || "dw";
  const unit: Unit = { id, code, name, shortName, kind: "committee", parentId: null, position: 0 };
  const person = { id: toId<PersonId>(random.id("per")), name: admin.name, phone: admin.phone };
  const postId = toId<PostId>(random.id("post"));
  const post: Post = { id: postId, personId: person.id, unitId: id, kind: "officer", from: dayOf(at), until: null };
  await tx.organisation.saveUnits([unit]);
  await tx.organisation.savePersons([person]);
  await tx.organisation.savePosts([post]);
  const subject = { kind: "secretary", mobile: admin.phone, realName: admin.name } as const;
  const [accountName = ""] = await freeAccountNames(tx, pinyin, [subject]);
  return { unitId: id, person, accountName };
}

function accountsOf(
  { random }: InstallServices,
  {
    installation,
    first,
    secrets,
  }: {
    readonly installation: Installation;
    readonly first: First;
    readonly secrets: readonly OneTimeSecret[];
  },
): readonly AccountRecord[] {
  const make = (
    index: number,
    whose: Pick<AccountRecord, "kind" | "name" | "personId" | "duty" | "holder">,
  ): AccountRecord[] => {
    const secret = secrets[index];
    if (!secret) return [];
    const id = toId<AccountId>(random.id("acc"));
    const term = { kind: "long-term", from: null, to: null } as const;
    return [
      {
        id,
        ...whose,
        unitId: null,
        permission: "read-write",
        state: "active",
        term,
        madeBy: null,
        generation: 1,
        ...secret.kept,
      },
    ];
  };
  const { person, accountName } = first;
  return [
    ...make(0, {
      kind: "person",
      name: normaliseAccountName(accountName),
      personId: person.id,
      duty: null,
      holder: person.name,
    }),
    ...DUTIES.flatMap((duty, index) =>
      make(index + 1, {
        kind: "duty",
        name: DUTY_NAMES[duty],
        personId: null,
        duty,
        holder: installation.holders[duty],
      }),
    ),
  ];
}

function slip(account: AccountRecord, secret: OneTimeSecret | undefined, unitName: string): readonly AccountSlip[] {
  return secret ? [slipOf(account, secret, unitName)] : [];
}
