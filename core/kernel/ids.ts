/** Branded ids: a ledger's id never lands where a unit's is expected. All are opaque strings. */
type Branded<Name extends string> = string & { readonly __brand: Name };

export type UnitId = Branded<"unit">;
export type PersonId = Branded<"person">;
export type PostId = Branded<"post">;
export type AccountId = Branded<"account">;
export type TemplateId = Branded<"template">;
export type TemplateVersionId = Branded<"template-version">;
export type LedgerId = Branded<"ledger">;
export type EvidenceId = Branded<"evidence">;
/** Key of an item within one template lineage; stable across versions ("q12", "s3"). */
export type ItemKey = Branded<"item">;

/** The one place where a checked string becomes an id. */
export function toId<I extends string>(text: string): I {
  return text as I;
}
