import { beginOf, entriesOf, type ListFields } from "#core/people/person/dated-entries.ts";
import type { Facts } from "#core/people/person/facts.ts";
import type { Person } from "#core/people/person/person.ts";
import type { Day } from "#core/kernel/instant.ts";

/**
 * Codes of "education" without a certificate: finished or left without a diploma (结业、肄业), the level only, and 其他, which
 * stands in no column. Those of junior high and below are no such codes: what is below it asks for no certificate.
 */
const NO_CERTIFICATE: ReadonlySet<string> = new Set(
  ["10 12 13 15 16 18 19", "20 22 23", "30 32 33", "40 42 43 45 46 48 49", "60 62 63", "90"].flatMap((codes) =>
    codes.split(" "),
  ),
);

/** Statistics count certificates: who has none of his last education counts with the one before (学历以毕业证书为准). */
export function countedEducation(
  person: Person,
  facts: Facts,
  { day, lists }: { readonly day: Day; readonly lists: readonly ListFields[] },
): Facts | undefined {
  if (!NO_CERTIFICATE.has(facts["education"] ?? "")) return undefined;
  const studies = lists.find(({ list }) => list === "educations");
  if (!studies) return undefined;
  const certified = entriesOf(person, studies).findLast((entry) => beginOf(entry) <= day && hasCertificate(entry));
  return certified && { education: certified["education"] ?? "" };
}

function hasCertificate({ education = "" }: Readonly<Record<string, string>>): boolean {
  return education !== "" && !NO_CERTIFICATE.has(education);
}
