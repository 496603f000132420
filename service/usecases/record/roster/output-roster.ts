import { toId, type UnitId } from "#core/kernel/ids.ts";
import { parseDay } from "#core/kernel/instant.ts";
import { ok, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { rosterBook } from "#core/sheet/roster/roster-book.ts";
import { ROSTER_WORDS_ZH } from "#core/sheet/roster/roster-words.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { exportEntry, exportName, markedBook } from "#service/usecases/ledger/exchange/export-stamp.ts";
import { MEDIA_TYPES, type OutputFile } from "#service/usecases/ledger/exchange/output-ledger.ts";
import type { Services } from "#service/usecases/services.ts";
import { viewRoster, type AskedRoster, type RosterServices } from "./view-roster.ts";

type OutputServices = RosterServices & Pick<Services, "workbooks" | "digest" | "limits" | "random">;

/** A list of records as an .xlsx that can come back with changes: sensitive values masked, who took it and why logged (A12 to A14). */
export async function outputRoster(
  services: OutputServices,
  caller: Caller,
  { reason, ...asked }: AskedRoster & { readonly reason: string },
): Promise<Result<OutputFile, AnyRefusal>> {
  const found = await viewRoster(services, caller, asked);
  if (!found.ok) return found;
  const view = found.value;
  const book = markedBook(rosterBook(view, ROSTER_WORDS_ZH), services.limits);
  const content = await services.workbooks.render(book);
  const sha256 = services.digest(content);
  const unitId = toId<UnitId>(view.ask.unitId);
  const filter = [view.ask.list, view.on, view.ask.filter].filter((part) => part !== "").join(" ");
  const logged = { record: `unit:${unitId}`, format: "xlsx", filter, records: view.rows.length, sha256, reason };
  await services.store.write(async (tx) => {
    tx.record(exportEntry(caller, logged));
    await tx.notes.addExport({
      ...{ id: services.random.id("exp"), unitId, list: view.ask.list, purpose: reason, from: null },
      ...{
        to: parseDay(view.on) ?? null,
        people: view.rows.length,
        sha256,
        accountId: caller.account.id,
        at: caller.at,
      },
    });
  });
  return ok({ fileName: exportName(book.title, caller, "xlsx"), mediaType: MEDIA_TYPES.xlsx, content });
}
