import type { EvidenceId, ItemKey, LedgerId } from "#core/kernel/ids.ts";
import type * as R from "./records.ts";

export interface EvidenceReads {
  byId(id: EvidenceId): Promise<R.EvidenceRecord | undefined>;
  ofItem(ledgerId: LedgerId, item: ItemKey): Promise<readonly R.EvidenceRecord[]>;
  ofLedger(ledgerId: LedgerId): Promise<readonly R.EvidenceRecord[]>;
  /** Every stored name, to sweep bytes without a record after a crash. */
  storedNames(): Promise<ReadonlySet<string>>;
}

export interface EvidenceWrites {
  insert(record: R.EvidenceRecord): Promise<void>;
  remove(id: EvidenceId): Promise<boolean>;
}
