import { ratingSight } from "#core/sheet/ledger/ledger-view.ts";
import { toId, type AccountId } from "#core/kernel/ids.ts";
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
import { namesOf, responsibleFor, type NameOf } from "../names.ts";
import { viewerOf } from "./viewer-of.ts";
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

/** Persons are named by their person alone. */
const NOBODY = toId<AccountId>("");

export async function loadLedgerFacts(tx: StoreReads, caller: Caller, ledger: LedgerRecord): Promise<LedgerFacts> {
  const { organisation } = caller;
  const version = await tx.templates.version(ledger.templateVersionId);
  if (!version) throw new Error(`ledger ${ledger.id} without its template version`);
  const items = await tx.ledgers.items(ledger.id);
  const ratings = await tx.ledgers.ratings(ledger.id);
  // Only who is shown is looked up: challengers and rulers, and raters where the viewer may know them (L11).
  const shown = items.flatMap((item) => item.state.entries.filter((entry) => entry.role !== "owner"));
  const doers = ratingSight(viewerOf(caller, ledger)) === "raters" ? [...shown, ...ratings] : shown;
  const owners = responsibleFor(organisation, ledger);
  const nameOf = await namesOf(tx, organisation, [
    ...doers,
    ...owners.map((personId) => ({ personId, accountId: NOBODY })),
  ]);
  const unitName = organisation.units.get(ledger.unitId)?.name ?? "";
  return {
    ledger,
    version,
    items,
    ratings,
    wordings: await tx.ledgers.wordings(ledger.id),
    window: await loadWindow(tx, organisation, ledger),
    nameOf,
    ownerName:
      owners.length > 0 ? owners.map((personId) => nameOf({ personId, accountId: NOBODY })).join("、") : unitName,
    serviceId: await tx.organisation.serviceId(),
    change: (await tx.audit.head()).number,
  };
}
