import type {
  ActOnTransfers,
  Arrive,
  AskTransfer,
  BulkAnswer,
  DestinationFound,
  FindAgain,
  IssueTransfers,
  LoseContact,
  LetterWorkbook,
  MoveInside,
  ReceiptsAnswer,
  RegisterAnswer,
  RegisterArrival,
  TransferChoices,
  TransferListed,
  TransferPerson,
  TransfersAnswer,
  TransferUnit,
} from "#core/protocol/records/transfers.ts";
import type { Answer } from "./client-refusal.ts";
import type { UnitOn } from "./records-client.ts";
import type { ReceivedFile, Transport } from "./transport.ts";

export interface TransfersAsked {
  readonly unit: string;
  readonly side: "out" | "in" | "both";
  readonly open: "open" | "overdue" | "all";
  readonly on: string | null;
}

/** Letters between committees and moves between branches (M11 to M15). */
export class TransfersClient {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  list = (query: TransfersAsked): Promise<Answer<readonly TransferListed[]>> =>
    this.#transport.ask("GET", "/records/transfers", { query });
  people = (query: UnitOn): Promise<Answer<readonly TransferPerson[]>> =>
    this.#transport.ask("GET", "/records/transfers/people", { query, timeoutMs: 60_000 });
  choices = (): Promise<Answer<TransferChoices>> => this.#transport.ask("GET", "/records/transfers/choices");
  destination = (code: string): Promise<Answer<DestinationFound>> =>
    this.#transport.ask("GET", "/records/transfers/destination", { query: { code } });
  one = (id: string): Promise<Answer<TransferListed>> =>
    this.#transport.ask("GET", `/records/transfers/${encodeURIComponent(id)}`);
  letter = (id: string): Promise<Answer<ReceivedFile>> =>
    this.#transport.file("GET", `/records/transfers/${encodeURIComponent(id)}/letter`);
  workbook = (body: LetterWorkbook): Promise<Answer<ReceivedFile>> =>
    this.#transport.file("POST", "/records/transfers/workbook", { body });
  receipts = (content: Blob): Promise<Answer<ReceiptsAnswer>> =>
    this.#transport.upload("/records/transfers/receipts", content);
  issue = (body: IssueTransfers): Promise<Answer<TransfersAnswer>> => this.#post("/records/transfers", body);
  wholeUnit = (body: TransferUnit): Promise<Answer<TransfersAnswer>> =>
    this.#post("/records/transfers/whole-unit", body);
  inside = (body: MoveInside): Promise<Answer<TransfersAnswer>> => this.#post("/records/transfers/inside", body);
  request = (body: AskTransfer): Promise<Answer<unknown>> => this.#post("/records/transfers/ask", body);
  arrive = (body: Arrive): Promise<Answer<unknown>> => this.#post("/records/transfers/arrive", body);
  register = (body: RegisterArrival): Promise<Answer<RegisterAnswer>> =>
    this.#post("/records/transfers/register", body);
  act = (body: ActOnTransfers): Promise<Answer<TransfersAnswer>> => this.#post("/records/transfers/act", body);
  lose = (body: LoseContact): Promise<Answer<BulkAnswer<unknown>>> => this.#post("/records/lost", body);
  find = (body: FindAgain): Promise<Answer<BulkAnswer<unknown>>> => this.#post("/records/found", body);

  #post<T>(path: string, body: unknown): Promise<Answer<T>> {
    return this.#transport.ask("POST", path, { body, timeoutMs: 60_000 });
  }
}
