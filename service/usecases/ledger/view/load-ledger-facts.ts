import type { LedgerWindow } from "#core/ledger/window.ts";
import type {
  ItemRecord,
  LedgerRecord,
  RatingRecord,
  TemplateVersionRecord,
  WordingRecord,
} from "#service/ports/records.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { namesOf, ownerNamesOf, type NameOf } from "../names.ts";
import { loadWindow } from "../window/load-window.ts";

/** One ledger as the store has it, nothing left out yet: what a viewer may see of it is decided afterwards. */
export interface LedgerFacts {
  readonly ledger: LedgerRecord;
  readonly version: TemplateVersionRecord;
  readonly items: readonly ItemRecord[];
  readonly wordings: readonly WordingRecord[];
  readonly ratings: readonly RatingRecord[];
  readonly window: LedgerWindow | undefined;
  readonly nameOf: NameOf;
  readonly ownerName: string;
  readonly serviceId: string;
  readonly change: number;
}

export async function loadLedgerFacts(tx: StoreReads, caller: Caller, ledger: LedgerRecord): Promise<LedgerFacts> {
  const { organisation } = caller;
  const version = await tx.templates.version(ledger.templateVersionId);
  if (!version) throw new Error(`ledger ${ledger.id} without its template version`);
  const items = await tx.ledgers.items(ledger.id);
  const ratings = await tx.ledgers.ratings(ledger.id);
  const doers = [...items.flatMap((item) => item.state.entries), ...ratings];
  const ownerName = await ownerNamesOf(tx, organisation, [ledger]);
  return {
    ledger,
    version,
    items,
    ratings,
    wordings: await tx.ledgers.wordings(ledger.id),
    window: await loadWindow(tx, organisation, ledger),
    nameOf: await namesOf(tx, organisation, doers),
    ownerName: ownerName(ledger),
    serviceId: await tx.organisation.serviceId(),
    change: (await tx.audit.head()).number,
  };
}
