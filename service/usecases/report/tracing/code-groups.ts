import type { CodeGroup } from "#core/people/field/code-list.ts";
import type { CatalogueData } from "#core/people/field/field-catalogue.ts";

/** Headings of code lists by which a form counts (研究生, 高级), by list. */
export type CodeGroups = Readonly<Record<string, readonly CodeGroup[]>>;

export function codeGroupsOf({ codeLists }: CatalogueData): CodeGroups {
  return Object.fromEntries(codeLists.flatMap(({ name, groups }) => (groups ? [[name, groups] as const] : [])));
}

/** The lists of today with the headings of then; the very same data where none was changed. */
export function withCodeGroups(data: CatalogueData, then: CodeGroups): CatalogueData {
  if (JSON.stringify(codeGroupsOf(data)) === JSON.stringify(then)) return data;
  return { ...data, codeLists: data.codeLists.map((list) => ({ ...list, groups: then[list.name] })) };
}
