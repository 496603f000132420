import type {
  ActOnPlan,
  Admit,
  AdmitAnswer,
  Archive,
  ConversionDue,
  ConvertAnswer,
  ConvertPeople,
  DuesRow,
  Leave,
  PayAnswer,
  PayDues,
  PeopleAnswer,
  PlanAnswer,
  PlanListAsked,
  PlanView,
  Restore,
} from "#core/protocol/records/procedures.ts";
import type { AdmissionsDue, Leavings, PlanCandidate } from "#core/protocol/records/procedure-lists.ts";
import type {
  ChangeUnit,
  ElectionReported,
  ReportElection,
  UnitCard,
  UnitChanged,
  UnitInTree,
} from "#core/protocol/records/unit-changes.ts";
import type { Answer } from "./client-refusal.ts";
import type { UnitOn } from "./records-client.ts";
import type { ReceivedFile, Transport } from "./transport.ts";

/** The year's procedures on people and units, apart from letters (M1b, M7 to M10, M16, M18 to M20). */
export class ProceduresClient {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  plans = (unit: string, year: number): Promise<Answer<readonly PlanView[]>> =>
    this.#transport.ask("GET", "/records/plans", { query: { unit, year } });
  planCandidates = (unit: string, year: number): Promise<Answer<readonly PlanCandidate[]>> =>
    this.#transport.ask("GET", "/records/plans/candidates", { query: { unit, year } });
  actOnPlan = (body: ActOnPlan): Promise<Answer<PlanAnswer>> => this.#post("/records/plans/act", body);
  planList = (body: PlanListAsked): Promise<Answer<ReceivedFile>> =>
    this.#transport.file("POST", "/records/plans/list", { body });
  admissionsDue = (unit: string, year: number): Promise<Answer<AdmissionsDue>> =>
    this.#transport.ask("GET", "/records/admissions/due", { query: { unit, year } });
  admit = (body: Admit): Promise<Answer<AdmitAnswer>> => this.#post("/records/admissions", body);
  conversionsDue = (query: UnitOn): Promise<Answer<readonly ConversionDue[]>> =>
    this.#transport.ask("GET", "/records/conversions/due", { query });
  convert = (body: ConvertPeople): Promise<Answer<ConvertAnswer>> => this.#post("/records/conversions", body);
  leavings = (unit: string): Promise<Answer<Leavings>> =>
    this.#transport.ask("GET", "/records/leavings", { query: { unit }, timeoutMs: 60_000 });
  leave = (body: Leave): Promise<Answer<PeopleAnswer>> => this.#post("/records/leavings", body);
  restore = (body: Restore): Promise<Answer<PeopleAnswer>> => this.#post("/records/restorings", body);
  dues = (query: UnitOn): Promise<Answer<readonly DuesRow[]>> =>
    this.#transport.ask("GET", "/records/dues", { query, timeoutMs: 60_000 });
  pay = (body: PayDues): Promise<Answer<PayAnswer>> => this.#post("/records/dues", body);
  unitTree = (unit: string): Promise<Answer<readonly UnitInTree[]>> =>
    this.#transport.ask("GET", "/records/unit-tree", { query: { unit } });
  unit = (id: string): Promise<Answer<UnitCard>> =>
    this.#transport.ask("GET", `/records/units/${encodeURIComponent(id)}`);
  changeUnit = (body: ChangeUnit): Promise<Answer<UnitChanged>> => this.#post("/records/unit-changes", body);
  reportElection = (body: ReportElection): Promise<Answer<ElectionReported>> => this.#post("/records/elections", body);
  archive = (body: Archive): Promise<Answer<ReceivedFile>> =>
    this.#transport.file("POST", "/records/archives", { body });

  #post<T>(path: string, body: unknown): Promise<Answer<T>> {
    return this.#transport.ask("POST", path, { body, timeoutMs: 60_000 });
  }
}
