import { addDays } from "#core/kernel/day-arithmetic.ts";
import type { Day } from "#core/kernel/instant.ts";
import { toId, type PostId, type UnitId } from "#core/kernel/ids.ts";
import type { Belonging } from "#core/people/person/person.ts";

export interface Membership {
  readonly id: PostId;
  readonly unitId: UnitId;
  /** First day of the demo's records. */
  readonly from: Day;
  readonly joinedOn: Day;
  readonly today: Day;
  readonly serial: number;
  /** Who holds a post was never elsewhere. */
  readonly settled: boolean;
  /** Some other branch. */
  readonly before: UnitId;
}

const CAME_EVERY = 47;
const MOVED_EVERY = 79;

/** Where a member of today has belonged: mostly here from the beginning, some came this year, some from another branch. */
export function demoBelongings(member: Membership): readonly Belonging[] {
  const { id, unitId, from, joinedOn, today, serial, settled, before } = member;
  const here = { id, unitId, kind: "member", from: joinedOn < from ? from : joinedOn, until: null } as const;
  const lately = addDays(today, -(20 + ((serial * 37) % 280)));
  if (settled || joinedOn >= lately || here.from >= lately) return [here];
  if (serial % CAME_EVERY === CAME_EVERY - 1) return [{ ...here, from: lately }];
  if (serial % MOVED_EVERY !== MOVED_EVERY - 1 || before === unitId) return [here];
  const there = { ...here, id: toId<PostId>(`${id}-before`), unitId: before, until: lately };
  return [there, { ...here, from: lately }];
}
