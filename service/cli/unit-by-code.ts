import { toId, type UnitId } from "#core/kernel/ids.ts";
import type { Caller } from "#service/usecases/caller.ts";

/** The unit of that code; an unknown code becomes an id that nothing has, and is answered as one that the account may not see (A9). */
export function unitByCode({ organisation }: Pick<Caller, "organisation">, code: string): UnitId {
  for (const unit of organisation.units.values()) if (unit.code === code) return unit.id;
  return toId<UnitId>(`no unit ${code}`);
}
