import type { Loadable } from "#addin/components/admin/loadable.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import type { Surroundings } from "#addin/components/admin/surroundings.ts";
import type { Result } from "#core/kernel/result.ts";
import type { AuditListed, AuditVerdict } from "#core/protocol/audit.ts";

/** Newest first. */
export interface AuditPage {
  readonly entries: readonly AuditListed[];
  readonly hasNewer: boolean;
  readonly hasOlder: boolean;
}

export interface AuditFilter {
  /** "" for every record. */
  readonly record: string;
  /** Chosen in the table, hence with its holder; null for every account. */
  readonly account: { readonly id: string; readonly holder: string } | null;
}

export interface AuditScreenProps extends Surroundings {
  readonly page: Loadable<AuditPage>;
  readonly filter: AuditFilter;
  readonly onFilter: (filter: AuditFilter) => void;
  readonly onNewer: () => void;
  readonly onOlder: () => void;
  readonly onReload: () => void;
  readonly verify: () => Promise<Result<AuditVerdict, ShownRefusal>>;
}
