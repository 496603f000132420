import type { AccessRefusal } from "#core/access/access-refusal.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { PersonalCentre } from "#core/protocol/session.ts";
import type { SessionRecord } from "#service/ports/records.ts";
import { auditEntry } from "#service/usecases/audit-entry.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { describeMe } from "./describe-me.ts";
import { maskPhone } from "../mask-phone.ts";
import type { SessionRequest } from "./session-request.ts";

const MOST_SIGN_INS = 50;

/** A3: who I am, my open sessions, my sign-ins, good and bad ones. */
export async function openPersonalCentre(
  services: Pick<Services, "store" | "policy">,
  { caller, session }: SessionRequest,
): Promise<Result<PersonalCentre, AccessRefusal>> {
  const { account } = caller;
  return services.store.read(async (tx) => {
    const person = account.personId === null ? undefined : await tx.organisation.person(account.personId);
    const sessions = await tx.accounts.sessionsOf(account.id);
    const signIns = await tx.accounts.signInsOf(account.id, MOST_SIGN_INS);
    return ok({
      me: describeMe(services, { caller, session }),
      phone: person?.phone ? maskPhone(person.phone) : null,
      sessions: sessions
        .filter(({ generation }) => generation === account.generation)
        .map((open) => describeSession(open, session)),
      signIns: signIns.map(({ at, from, outcome }) => ({ at, from, outcome })),
    });
  });
}

/** Only a person has a phone of his own; the account's name stays what it is, also where it is the old number. */
export async function changePhone(
  { store }: Pick<Services, "store">,
  { caller, phone }: { readonly caller: Caller; readonly phone: string },
): Promise<Result<null, AccessRefusal>> {
  const { personId } = caller.account;
  if (personId === null) return refuse({ code: "forbidden", action: "change-phone" });
  return store.write(async (tx) => {
    const person = await tx.organisation.person(personId);
    if (!person) return refuse({ code: "not-found" });
    await tx.organisation.savePersons([{ ...person, phone }]);
    const field = { field: "phone", old: person.phone, new: phone, sensitive: true } as const;
    tx.record(auditEntry(caller, { action: "change-phone", record: `person:${personId}`, fields: [field] }));
    return ok(null);
  });
}

function describeSession(open: SessionRecord, current: SessionRecord): PersonalCentre["sessions"][number] {
  const { id, startedAt, lastSeenAt, from } = open;
  return { id, startedAt, lastSeenAt, from, current: id === current.id };
}
