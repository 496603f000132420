import { addDays, completedYears } from "#core/kernel/day-arithmetic.ts";
import type { Day } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { Person } from "../person/person.ts";
import { belongingOn, type PersonChange } from "../procedure/person-change.ts";
import type { DateRefusal, DevelopmentRefusal, TransferRefusal } from "../procedure/procedure-refusal.ts";
import { reachedStage } from "../procedure/reached-stage.ts";
import type { AdmissionRules } from "./admission-rules.ts";

/** Admission of a candidate (吸收, M9): probation starts on the day of the branch's meeting. */
export interface Admission {
  readonly joinedOn: Day;
  /** Code of the list "joinKind"; what is proposed unless the officer chose otherwise. */
  readonly joinKind: string;
  readonly approvingCommittee: string;
  readonly approvedOn: Day;
  readonly bookNumber: string;
}

export interface Admitted {
  readonly change: PersonChange;
  readonly notes: readonly AdmissionNote[];
}

/** What is let through and explained (severity explain). */
export type AdmissionNote =
  | { readonly code: "join-kind-differs"; readonly proposed: string; readonly chosen: string }
  | { readonly code: "entered-late"; readonly due: Day };

type Refusal = DevelopmentRefusal | DateRefusal | TransferRefusal;

export function admit(
  person: Person,
  admission: Admission,
  { today, rules }: { readonly today: Day; readonly rules: AdmissionRules },
): Result<Admitted, Refusal> {
  const refusal = whyNotOn(person, admission, today) ?? whyNotComplete(person, admission);
  if (refusal) return refuse(refusal);
  const { joinedOn, joinKind, approvingCommittee, approvedOn, bookNumber } = admission;
  const from = belongingOn(person, joinedOn);
  if (!from) return refuse({ code: "belongs-nowhere" });
  return ok({
    change: {
      set: { joinedOn, meetingOn: joinedOn, joinKind, approvingCommittee, approvedOn, bookNumber },
      belong: { unitId: from.unitId, kind: "member", on: joinedOn },
    },
    notes: notesOf(person, admission, { today, rules }),
  });
}

/** Under 28: by the youth league's recommendation; else newly admitted (M9). null: the birth date is not known. */
export function proposedJoinKind(birthDate: string | undefined, joinedOn: Day, rules: AdmissionRules): string | null {
  if (birthDate?.length !== 10) return null;
  const isYoung = completedYears(birthDate as Day, joinedOn) < rules.leagueUnder;
  return isYoung ? rules.joinKinds.league : rules.joinKinds.plain;
}

function whyNotOn(person: Person, { joinedOn, approvedOn }: Admission, today: Day): Refusal | undefined {
  const stage = reachedStage(person, today);
  if (stage !== "candidate") return { code: "stage-wrong", stage, wanted: ["candidate"] };
  const earliest = (person.facts["candidateOn"] ?? "") as Day;
  if (joinedOn < earliest || joinedOn > today)
    return { code: "day-not-possible", field: "joinedOn", given: joinedOn, earliest, latest: today };
  if (approvedOn < joinedOn || approvedOn > today)
    return { code: "day-not-possible", field: "approvedOn", given: approvedOn, earliest: joinedOn, latest: today };
  return undefined;
}

function whyNotComplete(person: Person, { joinedOn, bookNumber, approvingCommittee }: Admission): Refusal | undefined {
  if (bookNumber === "") return { code: "person-needs", field: "bookNumber" };
  if (approvingCommittee === "") return { code: "person-needs", field: "approvingCommittee" };
  const trainedOn = person.facts["trainingOn"] ?? "";
  return trainedOn === "" || trainedOn > joinedOn ? { code: "training-missing" } : undefined;
}

function notesOf(
  person: Person,
  { joinedOn, joinKind, approvedOn }: Admission,
  { today, rules }: { readonly today: Day; readonly rules: AdmissionRules },
): readonly AdmissionNote[] {
  const notes: AdmissionNote[] = [];
  const proposed = proposedJoinKind(person.facts["birthDate"], joinedOn, rules);
  if (proposed !== null && proposed !== joinKind) notes.push({ code: "join-kind-differs", proposed, chosen: joinKind });
  const due = addDays(approvedOn, rules.enteredWithinDays);
  if (today > due) notes.push({ code: "entered-late", due });
  return notes;
}
