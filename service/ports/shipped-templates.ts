/** The templates that come along (templates/ledgers/*.json); data that is parsed like anybody's. */
export interface ShippedTemplates {
  names(): Promise<readonly string[]>;
  /** @returns undefined for a name that is not shipped. */
  load(name: string): Promise<unknown>;
}
