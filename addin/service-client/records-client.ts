import type { PushAnswer, PushRequest } from "#core/protocol/push.ts";
import type {
  DuplicateGroup,
  Explain,
  FindingsPage,
  Merge,
  NewPerson,
  NewPersonAnswer,
  PersonCard,
  RecordHistoryEntry,
  RecordUnits,
  RequiredPage,
  Reveal,
  Revealed,
  Search,
  SearchAnswer,
} from "#core/protocol/records.ts";
import type { RosterAsk, RosterView } from "#core/sheet/roster/roster-view.ts";
import type { Answer } from "./client-refusal.ts";
import type { Transport } from "./transport.ts";

/** Ten thousand records, or ten thousand edits of them, take their time. */
const LONG_MS = 180_000;

/** A unit and everything below it, as of a day; null: today. */
export interface UnitOn {
  readonly unit: string;
  readonly on: string | null;
}

/** The records of people and units. A person is named by his bare id. */
export class RecordsClient {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  units = (on: string | null): Promise<Answer<RecordUnits>> =>
    this.#transport.ask("GET", "/records/units", { query: { on } });
  roster = ({ list, unitId, on, filter }: RosterAsk): Promise<Answer<RosterView>> =>
    this.#transport.ask("GET", `/records/rosters/${encodeURIComponent(list)}`, {
      query: { unit: unitId, on, filter },
      timeoutMs: LONG_MS,
    });
  push = (body: PushRequest): Promise<Answer<PushAnswer>> =>
    this.#transport.ask("POST", "/records/push", { body, timeoutMs: LONG_MS });

  person = (id: string): Promise<Answer<PersonCard>> => this.#transport.ask("GET", personPath(id));
  history = (record: string, field?: string): Promise<Answer<readonly RecordHistoryEntry[]>> =>
    this.#transport.ask("GET", "/records/history", { query: { record, field } });
  reveal = (id: string, body: Reveal): Promise<Answer<Revealed>> =>
    this.#transport.ask("POST", `${personPath(id)}/reveal`, { body });
  add = (body: NewPerson): Promise<Answer<NewPersonAnswer>> => this.#transport.ask("POST", "/records/people", { body });
  search = (body: Search): Promise<Answer<SearchAnswer>> => this.#transport.ask("POST", "/records/search", { body });

  duplicates = (unit: string): Promise<Answer<readonly DuplicateGroup[]>> =>
    this.#transport.ask("GET", "/records/duplicates", { query: { unit }, timeoutMs: LONG_MS });
  merge = (into: string, body: Merge): Promise<Answer<unknown>> =>
    this.#transport.ask("POST", `${personPath(into)}/merge`, { body });
  required = (query: UnitOn): Promise<Answer<RequiredPage>> =>
    this.#transport.ask("GET", "/records/required", { query, timeoutMs: LONG_MS });
  findings = (query: UnitOn): Promise<Answer<FindingsPage>> =>
    this.#transport.ask("GET", "/records/findings", { query, timeoutMs: LONG_MS });
  explain = (body: Explain): Promise<Answer<unknown>> =>
    this.#transport.ask("POST", "/records/findings/explain", { body });
}

function personPath(id: string): string {
  return `/records/people/${encodeURIComponent(id)}`;
}
