/** A named rater list (L12) as one entry of `LedgerScope.namedLists`: template lineage and class code. */
export function namedListEntry(templateId: string, raterClass: string): string {
  return `${templateId} ${raterClass}`;
}

/** Class codes hold no blank, so the last one separates. */
export function templateOfEntry(entry: string): string {
  return entry.slice(0, entry.lastIndexOf(" "));
}

/** The classes of that template for which the actor stands on the list. */
export function listedClasses(namedLists: ReadonlySet<string>, templateId: string): readonly string[] {
  return [...namedLists]
    .filter((entry) => templateOfEntry(entry) === templateId)
    .map((entry) => entry.slice(templateId.length + 1));
}
