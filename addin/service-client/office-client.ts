import { ProceduresClient } from "./procedures-client.ts";
import { QuestionsClient } from "./questions-client.ts";
import { ReportClient } from "./report-client.ts";
import { ServiceClient } from "./service-client.ts";
import { TransfersClient } from "./transfers-client.ts";
import type { Transport } from "./transport.ts";

/** With what only the workbench does: the pane does not load it. */
export class OfficeClient extends ServiceClient {
  readonly procedures: ProceduresClient;
  readonly questions: QuestionsClient;
  readonly reports: ReportClient;
  readonly transfers: TransfersClient;

  constructor(transport: Transport) {
    super(transport);
    this.procedures = new ProceduresClient(transport);
    this.questions = new QuestionsClient(transport);
    this.reports = new ReportClient(transport);
    this.transfers = new TransfersClient(transport);
  }
}
