import type { Destination } from "#core/protocol/records/transfers.ts";
import type { DestinationKind } from "#addin/wording/procedures/transfer-forms-words.ts";

/** Where a letter goes, as it is typed. */
export interface DestinationDraft {
  readonly kind: DestinationKind;
  /** Code of a unit on this service, else the committee the letter is addressed to. */
  readonly place: string;
  readonly finallyTo: string;
}

export const NO_DESTINATION: DestinationDraft = { kind: "code", place: "", finallyTo: "" };

/** @returns undefined while the place is missing. */
export function destinationOf({ kind, place, finallyTo }: DestinationDraft): Destination | undefined {
  const text = place.normalize("NFKC").trim();
  if (kind === "code") return text === "" ? undefined : { unitCode: text };
  // A committee's name keeps the marks it was written with.
  const heading = place.trim();
  if (heading.length < 2) return undefined;
  return { heading, finallyTo: finallyTo.trim(), province: kind === "province" };
}

/** A bare code is meant for this service; a name is a committee elsewhere, in another province unless it said otherwise. */
export function kindOfPlace(place: string, before: DestinationKind): DestinationKind {
  if (/^[\w.-]+$/u.test(place.normalize("NFKC").trim())) return "code";
  return before === "city" ? "city" : "province";
}
