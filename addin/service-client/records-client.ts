import type { PushAnswer, PushRequest } from "#core/protocol/push.ts";
import type { RosterAsk, RosterView } from "#core/sheet/roster/roster-view.ts";
import type { Answer } from "./client-refusal.ts";
import type { Transport } from "./transport.ts";

/** Ten thousand records, or ten thousand edits of them, take their time. */
const LONG_MS = 180_000;

/** The records of people and units. */
export class RecordsClient {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  roster = ({ list, unitId, on, filter }: RosterAsk): Promise<Answer<RosterView>> =>
    this.#transport.ask("GET", `/records/rosters/${encodeURIComponent(list)}`, {
      query: { unit: unitId, on, filter },
      timeoutMs: LONG_MS,
    });
  push = (body: PushRequest): Promise<Answer<PushAnswer>> =>
    this.#transport.ask("POST", "/records/push", { body, timeoutMs: LONG_MS });
}
