import type { SessionRecord } from "#service/ports/records.ts";
import type { Caller } from "#service/usecases/caller.ts";

/** Who asks and by which of his sessions: for everything that concerns the account itself. */
export interface SessionRequest {
  readonly caller: Caller;
  readonly session: SessionRecord;
}
