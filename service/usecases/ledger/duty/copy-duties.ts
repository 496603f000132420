import { dayOf } from "#core/kernel/instant.ts";
import type { LedgerLevel } from "#core/ledger/template/template.ts";
import type { Duty } from "#core/protocol/ledgers.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { ledgerOwnerFor } from "../ledger-owner.ts";
import { openUntil, type WindowShelf } from "./window-shelf.ts";

const LEVELS: readonly LedgerLevel[] = ["general-branch", "branch", "member"];

/** Templates of this year that the caller's unit, or he himself, has no ledger of yet (L2). */
export async function copyDuties(tx: StoreReads, caller: Caller, windows: WindowShelf): Promise<readonly Duty[]> {
  if (caller.actor.permission === "read-only") return [];
  const year = Number(dayOf(caller.at).slice(0, 4));
  const duties: Duty[] = [];
  for (const level of LEVELS) {
    const owner = ledgerOwnerFor(caller, level);
    if (!owner) continue;
    const versions = await tx.templates.list({ search: "", year, level, drafts: false });
    const lineages = new Map(versions.map((version) => [version.templateId, version.body.name]));
    for (const [templateId, title] of lineages) {
      if (await tx.ledgers.byOwner({ ...owner, templateId, year })) continue;
      const window = await windows.of({ ...owner, level, year });
      const due = openUntil(window, caller.at, ["filling"]) ?? null;
      duties.push({ kind: "copy-new", count: 1, ledgerId: null, title, due });
    }
  }
  return duties;
}
