import type { FoundPerson, Search } from "#core/protocol/records/records.ts";

const MOBILE = /^1\d{10}$/;
const ID_NUMBER = /^(?:\d{15}|\d{17}[\dXx])$/;

/** What one box of text asks for: an ID number and a mobile are told by their form, anything else is a name. */
export function personAsked(text: string): Search {
  const typed = text.normalize("NFKC").trim();
  const number = typed.replaceAll(/[\s-]/gu, "");
  if (MOBILE.test(number)) return { mobile: number };
  if (ID_NUMBER.test(number)) return { idNumber: number };
  return { name: typed };
}

/** The bare id that requests name a person by. */
export function personIdOf({ record }: Pick<FoundPerson, "record">): string {
  return record.slice("person:".length);
}
