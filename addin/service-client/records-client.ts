import type { PushAnswer, PushRequest } from "#core/protocol/push.ts";
import type {
  DuplicateGroup,
  Explain,
  ExportView,
  FindingsPage,
  Merge,
  NewPerson,
  NewPersonAnswer,
  PersonCard,
  RecordHistoryEntry,
  RecordFields,
  RecordUnits,
  RequiredPage,
  Reveal,
  Revealed,
  Search,
  SearchAnswer,
} from "#core/protocol/records/records.ts";
import type {
  ImportMapping,
  ImportRowView,
  ImportVerdictName,
  ImportView,
  InspectedWorkbook,
} from "#core/protocol/records/imports.ts";
import type { RosterAsk, RosterView } from "#core/sheet/roster/roster-view.ts";
import type { Answer } from "./client-refusal.ts";
import type { ReceivedFile, Transport } from "./transport.ts";

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
  fields = (): Promise<Answer<RecordFields>> => this.#transport.ask("GET", "/records/fields");
  rosterFile = ({ list, unitId, on, filter }: RosterAsk, reason: string): Promise<Answer<ReceivedFile>> =>
    this.#transport.file("GET", `/records/rosters/${encodeURIComponent(list)}/output`, {
      query: { unit: unitId, on, filter, reason },
      timeoutMs: LONG_MS,
    });
  exports = (unit: string): Promise<Answer<readonly ExportView[]>> =>
    this.#transport.ask("GET", "/records/exports", { query: { unit } });
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

  /** The file goes with each step that needs it; the service keeps none. */
  inspectImport = (unit: string, content: Blob): Promise<Answer<InspectedWorkbook>> =>
    this.#transport.upload(`/records/imports/inspect?unit=${encodeURIComponent(unit)}`, content);
  stageImport = (unit: string, file: File, mapping: ImportMapping): Promise<Answer<ImportView>> =>
    this.#transport.upload(`/records/imports?unit=${encodeURIComponent(unit)}`, file, {
      headers: {
        "x-file-name": encodeURIComponent(file.name),
        "x-import-mapping": encodeURIComponent(JSON.stringify(mapping)),
      },
    });
  /** One's own there, the newest first; the counts of one that is still being read grow. */
  imports = (unit: string): Promise<Answer<readonly ImportView[]>> =>
    this.#transport.ask("GET", "/records/imports", { query: { unit } });
  importRows = (id: string, verdict: ImportVerdictName): Promise<Answer<readonly ImportRowView[]>> =>
    this.#transport.ask("GET", `${importPath(id)}/rows`, { query: { verdict, most: 200 } });
  commitImport = (id: string, reason: string): Promise<Answer<ImportView>> =>
    this.#transport.ask("POST", `${importPath(id)}/commit`, { body: { reason }, timeoutMs: LONG_MS });
  dropImport = (id: string): Promise<Answer<undefined>> => this.#transport.ask("DELETE", importPath(id));
  importResult = (id: string, content: Blob): Promise<Answer<ReceivedFile>> =>
    this.#transport.uploadForFile(`${importPath(id)}/result`, content);
}

function importPath(id: string): string {
  return `/records/imports/${encodeURIComponent(id)}`;
}

function personPath(id: string): string {
  return `/records/people/${encodeURIComponent(id)}`;
}
