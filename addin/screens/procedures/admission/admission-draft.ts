import type { Day } from "#core/kernel/instant.ts";
import { proposedJoinKind } from "#core/people/development/admit.ts";
import { inForceOn } from "#core/people/transfer/transfer-rules.ts";
import type { AdmissionDue, AdmissionsDue } from "#core/protocol/records/procedure-lists.ts";
import type { Admit } from "#core/protocol/records/procedures.ts";

/** What is typed for one person, or for many at once. */
export interface AdmissionDraft {
  readonly joinedOn: string;
  readonly committee: string;
  readonly approvedOn: string;
  /** "": what the age proposes. */
  readonly joinKind: string;
  readonly bookNumber: string;
}

export const NO_ADMISSION: AdmissionDraft = {
  ...{ joinedOn: "", committee: "", approvedOn: "", joinKind: "", bookNumber: "" },
};

export type SharedDraft = Pick<AdmissionDraft, "joinedOn" | "committee" | "approvedOn">;

/** Only what was filled in goes down; what stands in the rows stays. */
export function filledDown(draft: AdmissionDraft, shared: SharedDraft): AdmissionDraft {
  return {
    ...draft,
    joinedOn: shared.joinedOn || draft.joinedOn,
    committee: shared.committee || draft.committee,
    approvedOn: shared.approvedOn || draft.approvedOn,
  };
}

/** Committee and book number are judged row by row by the service; without its days a row cannot even be sent. */
export function isSendable({ joinedOn, approvedOn }: AdmissionDraft): boolean {
  return joinedOn !== "" && approvedOn !== "";
}

/** Code of the list "join-kind"; null while birth date or day is unknown. */
export function proposedFor(
  { birthDate }: AdmissionDue,
  { joinedOn }: AdmissionDraft,
  rules: AdmissionsDue["rules"],
): string | null {
  const known = rules.some(({ from }) => from <= joinedOn);
  return known ? proposedJoinKind(birthDate, joinedOn as Day, inForceOn(rules, joinedOn as Day)) : null;
}

export function admissionRow(personId: string, draft: AdmissionDraft): Admit["rows"][number] {
  return {
    personId,
    joinedOn: draft.joinedOn as Day,
    approvedOn: draft.approvedOn as Day,
    approvingCommittee: draft.committee.trim(),
    bookNumber: draft.bookNumber.trim(),
    ...(draft.joinKind === "" ? {} : { joinKind: draft.joinKind }),
  };
}
