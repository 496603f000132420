import type { Day } from "#core/kernel/instant.ts";
import type { AdmissionRules } from "#core/people/development/admission-rules.ts";
import type { Label } from "#core/people/field/field.ts";
import type { RosterCode } from "#core/sheet/roster/roster-view.ts";

/** Whom a procedure can be done for, with the choices that it offers: what its page begins with. */

/** GET /records/plans/candidates?unit&year: on the way to admission, and in no plan of that year (M7). */
export interface PlanCandidate {
  readonly personId: string;
  readonly name: string;
  readonly unitName: string;
  readonly stage: "activist" | "candidate";
  readonly activistOn: string;
  readonly candidateOn: string;
  readonly trainingOn: string;
}

/** GET /records/admissions/due?unit&year: on a closed list of that year, and not admitted (M9). */
export interface AdmissionsDue {
  readonly people: readonly AdmissionDue[];
  /** Of the list "join-kind". */
  readonly joinKinds: readonly RosterCode[];
  /** Every edition: which holds depends on the day of joining. */
  readonly rules: readonly AdmissionRules[];
}

export interface AdmissionDue {
  readonly personId: string;
  readonly name: string;
  readonly unitName: string;
  readonly birthDate: string;
  readonly candidateOn: string;
  readonly trainingOn: string;
}

/** GET /records/leavings?unit: who left from the unit and below it, the last first (M1b). */
export interface Leavings {
  readonly left: readonly LeftPerson[];
  /** Of the list "leave-kind", without those that a letter brings about. */
  readonly leaveKinds: readonly RosterCode[];
  /** Of the list "leave-ground", and the kinds of leaving that have one (出党). */
  readonly grounds: readonly RosterCode[];
  readonly groundedKinds: readonly string[];
  /** Of the list "restore-kind". */
  readonly restoreKinds: readonly RosterCode[];
}

export interface LeftPerson {
  readonly personId: string;
  readonly name: string;
  /** Masked. */
  readonly idNumber: string;
  /** The unit that kept him last, and answers for the record. */
  readonly unitName: string;
  readonly leftOn: Day;
  readonly kind: Label | null;
  readonly authority: string;
}
