import { toId, type UnitId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { ExportView } from "#core/protocol/records/records.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { Caller } from "../caller.ts";
import type { Services } from "../services.ts";
import { refusalForUnit } from "./record-access.ts";

/** Which lists left the unit and when, newest first: the next full export begins where the last one ended (M16). */
export async function listExports(
  { store }: Pick<Services, "store">,
  caller: Caller,
  { unit }: { readonly unit: string },
): Promise<Result<readonly ExportView[], AnyRefusal>> {
  const unitId = toId<UnitId>(unit);
  const refusal = refusalForUnit(caller, unitId, "read");
  if (refusal) return refuse(refusal);
  const rows = await store.read((tx) => tx.notes.exports(unitId));
  return ok(rows.map(({ list, purpose, from, to, people, at }) => ({ list, purpose, from, to, people, at })));
}
