import type { AccountId, TemplateId, TemplateVersionId } from "#core/kernel/ids.ts";
import type { LedgerLevel } from "#core/ledger/template/template.ts";
import type * as R from "./records.ts";

export interface TemplateReads {
  /** Published versions and, for publishers, drafts; `search` matches the name anywhere. */
  list(filter: {
    readonly search: string;
    readonly year?: number;
    readonly level?: LedgerLevel;
    readonly drafts: boolean;
  }): Promise<readonly R.TemplateVersionRecord[]>;
  version(id: TemplateVersionId): Promise<R.TemplateVersionRecord | undefined>;
  /** All versions of one lineage, oldest first. */
  versions(id: TemplateId): Promise<readonly R.TemplateVersionRecord[]>;
  /** Accounts of a named rater class (L12). */
  raterList(id: TemplateId, raterClass: string): Promise<readonly AccountId[]>;
  raterListsOf(
    account: AccountId,
  ): Promise<readonly { readonly templateId: TemplateId; readonly raterClass: string }[]>;
}

export interface TemplateWrites {
  insertVersion(version: R.TemplateVersionRecord): Promise<void>;
  /** Drafts only. @returns false when its revision is not `baseRevision` any more. */
  updateDraft(version: R.TemplateVersionRecord, baseRevision: number): Promise<boolean>;
  saveRaterList(id: TemplateId, raterClass: string, accounts: readonly AccountId[]): Promise<void>;
}
