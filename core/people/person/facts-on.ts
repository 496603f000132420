import type { Day } from "#core/kernel/instant.ts";
import { withFacts, type Facts, type Lists } from "./facts.ts";
import { beginOf, entriesOf, type ListFields } from "./dated-entries.ts";

/**
 * Facts as they held on a day: what is kept with dates (post, education, title, awards ...) shows the entry of that day,
 * everything else is as known now.
 * @param lists of `listFieldsOf`, made once for many records
 */
export function factsOn(
  record: { readonly facts: Facts; readonly lists: Lists },
  day: Day,
  lists: readonly ListFields[],
): Facts {
  const changes: Record<string, string> = {};
  let differs = false;
  for (const list of lists) {
    if (isPlain(record, list, day)) continue;
    const entry = entriesOf(record, list).findLast((each) => beginOf(each) <= day);
    for (const { key, entry: name = key } of list.fields) {
      changes[key] = entry?.[name] ?? "";
      differs ||= changes[key] !== (record.facts[key] ?? "");
    }
  }
  return differs ? withFacts(record.facts, changes) : record.facts;
}

/** The only entry there is stands in the facts and has begun: nothing to look up. */
function isPlain(
  record: { readonly facts: Facts; readonly lists: Lists },
  { list, begins }: ListFields,
  day: Day,
): boolean {
  if (record.lists[list] !== undefined) return false;
  return begins === undefined || (record.facts[begins.key] ?? "") <= day;
}
