/** What the forms of transfers choose from: people, codes, and the unit that a code names. */
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { maskIdNumber } from "#core/people/field/mask.ts";
import type { Stage } from "#core/people/person/stage.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type {
  DestinationAsked,
  DestinationFound,
  TransferChoices,
  TransferPeopleAsked,
  TransferPerson,
} from "#core/protocol/records/transfers.ts";
import type { RosterCode } from "#core/sheet/roster/roster-view.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { codesOf } from "#service/usecases/record/roster/shown-facts.ts";
import { loadSubjects, type RecordSubject } from "#service/usecases/record/roster/load-subjects.ts";
import { unitScope } from "#service/usecases/record/unit-scope.ts";
import type { Services } from "#service/usecases/services.ts";
import { onTheirWay } from "../change-people.ts";
import { parentOf, unitName } from "../unit/units-of-procedures.ts";

/** Everybody of a unit and below it: members and those in development. */
export async function listTransferPeople(
  services: Pick<Services, "store" | "catalogue" | "procedureRules">,
  caller: Caller,
  asked: TransferPeopleAsked,
): Promise<Result<readonly TransferPerson[], AnyRefusal>> {
  return await services.store.read(async (tx): Promise<Result<readonly TransferPerson[], AnyRefusal>> => {
    const scope = await unitScope(tx, caller, asked);
    if (!scope.ok) return scope;
    const subjects = await loadSubjects(tx, services, { caller, scope: scope.value, kinds: ["member", "applicant"] });
    const underWay = await onTheirWay(
      tx,
      subjects.map(({ person }) => person.id),
    );
    return ok(subjects.map((subject) => transferPerson(subject, underWay.has(subject.person.id))));
  });
}

function transferPerson({ person, facts }: RecordSubject, underWay: boolean): TransferPerson {
  const fact = (key: string): string => facts[key] ?? "";
  const isLost = fact("lost") === "1";
  return {
    ...{ personId: person.id, name: fact("name"), idNumber: maskIdNumber(fact("idNumber")), unitName: fact("unit") },
    stage: (facts["stage"] as Stage | undefined) ?? null,
    paidUntil: fact("paidUntil"),
    hasMobile: fact("mobile") !== "",
    underWay,
    lost: isLost ? { since: fact("lostSince"), why: fact("lostWhy"), keeper: fact("keeper") } : null,
  };
}

/** Fields of the registration form of who comes from outside (M13), in the order of the paper one. */
const REGISTRATION: readonly string[] = [
  ...["name", "idNumber", "ethnic", "nativePlace", "mobile", "education", "occupation", "occupationFrom"],
  ...["appliedOn", "activistOn", "candidateOn", "joinedOn", "joinKind", "convertedOn", "bookNumber"],
  ...["duesKind", "duesBase"],
];

export function transferChoices({ catalogue }: Pick<Services, "catalogue">): TransferChoices {
  const fields = REGISTRATION.flatMap((key) => catalogue.byKey("person", key)?.definition ?? []);
  const listed = (name: string): readonly RosterCode[] =>
    catalogue.codeList(name).values.map(({ code, zh, en }) => ({ code, label: { zh, en } }));
  return {
    lostReasons: listed("lost-reason"),
    restoreKinds: listed("restore-kind"),
    registration: { fields, codes: codesOf(fields, catalogue) },
  };
}

/** Only who gives an exact code learns the unit's name: a letter goes nowhere else by mistake (M12). */
export function findDestination(caller: Caller, { code }: DestinationAsked): Result<DestinationFound, AnyRefusal> {
  for (const { id, name, code: own } of caller.organisation.units.values())
    if (own === code) return ok({ code, name, above: unitName(caller, parentOf(caller, id)) });
  return refuse({ code: "not-found" });
}
