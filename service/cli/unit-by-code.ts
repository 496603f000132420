import { toId, type UnitId } from "#core/kernel/ids.ts";
import type { Caller } from "#service/usecases/caller.ts";

/** A unit that is not there answers as one that the account may not see: the use case says so (A9). */
export function unitByCode({ organisation }: Pick<Caller, "organisation">, code: string): UnitId {
  const found = [...organisation.units.values()].find((unit) => unit.code === code);
  return found?.id ?? toId<UnitId>("");
}
