import type { UnitId } from "#core/kernel/ids.ts";
import type { Pinyin } from "#service/ports/records/pinyin.ts";
import type { PersonRecord } from "#service/ports/records.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { OwnData } from "./check-password.ts";

/** What the holder's own password must not contain (A2). */
export function ownDataOf(caller: Caller, person: PersonRecord | undefined, pinyin: Pinyin): OwnData {
  const { account, organisation } = caller;
  const units = unitsOf(caller).flatMap((id) => {
    const unit = organisation.units.get(id);
    return unit ? [unit.name, unit.shortName, unit.code] : [];
  });
  return {
    account: withPinyin([account.name], pinyin),
    name: withPinyin([account.holder, ...(person ? [person.name] : [])], pinyin),
    phone: person?.phone ? [person.phone] : [],
    unit: withPinyin(units, pinyin),
  };
}

function unitsOf({ account, actor }: Caller): readonly UnitId[] {
  const posts = actor.kind === "person" ? actor.allPosts.map((post) => post.unitId) : [];
  return account.unitId === null ? posts : [account.unitId, ...posts];
}

function withPinyin(texts: readonly string[], pinyin: Pinyin): readonly string[] {
  return texts.flatMap((text) => [text, pinyin.initialsOf(text), pinyin.fullOf(text)]);
}
