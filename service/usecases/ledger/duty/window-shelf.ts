import { dayOf, type Day, type Instant } from "#core/kernel/instant.ts";
import { stagesOn } from "#core/ledger/check-window.ts";
import type { LedgerWindow, Stage } from "#core/ledger/window.ts";
import type { Organisation } from "#core/organisation/organisation.ts";
import type { StoreReads } from "#service/ports/store.ts";
import { loadWindow, type WindowedLedger } from "../window/load-window.ts";

/** Windows of many ledgers: those of one unit, level and year share theirs. */
export class WindowShelf {
  readonly #tx: StoreReads;
  readonly #organisation: Organisation;
  readonly #loaded = new Map<string, LedgerWindow | undefined>();

  constructor(tx: StoreReads, organisation: Organisation) {
    this.#tx = tx;
    this.#organisation = organisation;
  }

  async of(ledger: WindowedLedger): Promise<LedgerWindow | undefined> {
    const key = [ledger.ownerKind, ledger.unitId, ledger.level, ledger.year].join(" ");
    if (!this.#loaded.has(key)) this.#loaded.set(key, await loadWindow(this.#tx, this.#organisation, ledger));
    return this.#loaded.get(key);
  }
}

/** Last day of the latest of these stages that is open now; undefined when none is. */
export function openUntil(window: LedgerWindow | undefined, at: Instant, stages: readonly Stage[]): Day | undefined {
  const open = stagesOn(window, dayOf(at)).filter((stage) => stages.includes(stage));
  return open
    .flatMap((stage) => window?.spans[stage]?.to ?? [])
    .toSorted()
    .at(-1);
}
