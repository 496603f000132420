import type { Actor } from "#core/access/actor.ts";
import type { LedgerScope } from "#core/access/scope.ts";
import type { Instant } from "#core/kernel/instant.ts";
import type { Organisation } from "#core/organisation/organisation.ts";
import type { AccountRecord } from "#service/ports/records.ts";

/** Who asks, as loaded by the door for this one request (HTTP) or command (CLI). Every use case begins with it. */
export interface Caller {
  readonly account: AccountRecord;
  readonly actor: Actor;
  readonly scope: LedgerScope;
  readonly organisation: Organisation;
  /** Name as shown in histories: the person's, or the unit's short name and the holder. */
  readonly who: string;
  readonly at: Instant;
  /** Client address, or "cli". */
  readonly from: string;
}
