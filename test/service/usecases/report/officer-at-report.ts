import type { Outcome, PushAnswer, PushEdit } from "#core/protocol/push.ts";
import type { ReportCellView, ReportFindingView, ReportView } from "#core/sheet/report/report-view.ts";
import type { HttpClient } from "#test/environment/http-client.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";

export const FORM = "2017";
export const YEAR_END = "2026-12-31";

let keys = 0;

/** An officer who works on one unit's report. */
export class OfficerAtReport {
  readonly client: HttpClient;
  readonly path: string;
  readonly record: string;

  constructor(client: HttpClient, unit: string, on = YEAR_END) {
    this.client = client;
    this.path = `/reports/${FORM}/${unitIdOf(unit)}/${on}`;
    this.record = `report:${FORM}:${unitIdOf(unit)}:${on}`;
  }

  view(): Promise<ReportView> {
    return this.client.ask<ReportView>("GET", this.path);
  }

  async cell(address: string): Promise<ReportCellView> {
    const [table = "", cell = ""] = address.split("!");
    const found = (await this.view()).tables.find(({ no }) => no === Number(table))?.cells[cell];
    if (!found) throw new Error(`the form has no cell ${address}`);
    return found;
  }

  async finding(code: string): Promise<ReportFindingView | undefined> {
    return (await this.view()).findings.find((finding) => finding.code === code);
  }

  edit(field: string, value: PushEdit["value"], given: Partial<PushEdit> = {}): PushEdit {
    return { record: this.record, field, value, baseRevision: 0, ...given };
  }

  async push(...edits: readonly PushEdit[]): Promise<readonly Outcome[]> {
    keys += 1;
    const body = { key: `report push ${keys}`, edits };
    return (await this.client.ask<PushAnswer>("POST", "/reports/push", body)).outcomes;
  }

  /** "accepted", "conflict" ..., or why it was refused. */
  async pushed(...edits: readonly PushEdit[]): Promise<readonly string[]> {
    const outcomes = await this.push(...edits);
    return outcomes.map((outcome) => (outcome.result === "refused" ? outcome.refusal.code : outcome.result));
  }

  /** Forces a cell over whatever revision it has now. */
  async force(field: string, value: PushEdit["value"], reason: string): Promise<readonly string[]> {
    const baseRevision = (await this.cell(field)).revision ?? 0;
    return await this.pushed(this.edit(field, value, { reason, baseRevision }));
  }
}
