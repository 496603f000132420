import type { Answer, HttpClient } from "#test/environment/http-client.ts";
import type { DrillView } from "#core/protocol/report/report-tracing.ts";
import type {
  GateView,
  ReportOverview,
  RollupView,
  SubmissionView,
  MaterialsView,
} from "#core/protocol/report/reports.ts";
import type { ReportView } from "#core/sheet/report/report-view.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";

export const ON = "2025-12-31";
export const WHY = "数据有误，核对后需要更正";
let keys = 0;

/** Somebody at one unit's report of the small form, filling, handing over or judging it. */
export class ReportHandler {
  readonly client: HttpClient;
  readonly path: string;
  readonly record: string;

  constructor(client: HttpClient, unit: string, on = ON) {
    this.client = client;
    this.path = `/reports/small/${unitIdOf(unit)}/${on}`;
    this.record = `report:small:${unitIdOf(unit)}:${on}`;
  }

  view = (): Promise<ReportView> => this.client.ask("GET", this.path);
  gate = (): Promise<GateView> => this.client.ask("GET", `${this.path}/gate`);
  submission = (): Promise<SubmissionView> => this.client.ask("GET", `${this.path}/submission`);
  rollup = (): Promise<RollupView> => this.client.ask("GET", `${this.path}/rollup`);
  materials = (): Promise<MaterialsView> => this.client.ask("GET", `${this.path}/materials`);
  drill = (cell: string): Promise<DrillView> => this.client.ask("GET", `${this.path}/drill?cell=${cell}`);

  overview(unit: string): Promise<ReportOverview> {
    return this.client.ask("GET", `/reports/overview?set=small&unit=${unitIdOf(unit)}&on=${ON}`);
  }

  /** "done", or why not. */
  async act(act: string, body: object = { reason: WHY }): Promise<string> {
    return said(await this.client.call("POST", `${this.path}/${act}`, { body }));
  }

  submit(key = `hand over ${(keys += 1)}`): Promise<string> {
    return this.act("submit", { key });
  }

  async set(field: string, value: number | null, reason?: string): Promise<void> {
    const now = await this.view();
    const [table = "", cell = ""] = field.split("!");
    const baseRevision = now.tables.find(({ no }) => no === Number(table))?.cells[cell]?.revision ?? 0;
    const edit = { record: this.record, field, value, baseRevision, ...(reason === undefined ? {} : { reason }) };
    const body = { key: `set a cell ${(keys += 1)}`, edits: [edit] };
    const answer = await this.client.ask<{ outcomes: readonly { result: string }[] }>("POST", "/reports/push", body);
    if (!["accepted", "unchanged"].includes(answer.outcomes[0]?.result ?? "")) throw new Error(JSON.stringify(answer));
  }

  async answer(point: string, text: string): Promise<string> {
    const revision = (await this.materials()).points.find((each) => each.point === point)?.revision ?? 0;
    return said(await this.client.call("PUT", `${this.path}/answers`, { body: { point, text, revision } }));
  }

  /** Everything that the gate asks for. */
  async fill(): Promise<void> {
    await this.set("1!A6", 100);
    await this.set("1!A7", 5);
    await this.answer("P-0", "由组织部财务科提供并核对");
    await this.answer("P-1", "逐人核对过转接记录");
    const { findings } = await this.view();
    for (const { code, line, severity, explanation } of findings)
      if (severity === "explain" && explanation === null)
        await this.act("explain", { check: code, line, text: "名单附后，已经逐人核对" });
  }
}

export function said({ status, body }: Answer): string {
  if (status < 300) return "done";
  return (body as { readonly refusal: { readonly code: string } }).refusal.code;
}
