import assert from "node:assert/strict";
import type { PushAnswer } from "#core/protocol/push.ts";
import type { ReportImportAnswer } from "#core/protocol/report/report-exchange.ts";
import type { ReportCellCard } from "#core/protocol/report/report-tracing.ts";
import type { SheetDiff } from "#core/sheet/edit.ts";
import type { Outcome } from "#core/protocol/push.ts";
import { reportBook } from "#core/sheet/report/report-book.ts";
import type { ReportView } from "#core/sheet/report/report-view.ts";
import { REPORT_WORDS_ZH } from "#core/sheet/report/report-words.ts";
import type { SheetHost } from "#core/sheet/sheet-host.ts";
import { createXlsxHost } from "#service/workbook/xlsx-host.ts";
import { aKnownPerson, anIdNumber } from "#test/builders/known-people.ts";
import { withoutRecordChecks, withSmallForm } from "#test/builders/report-form.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { ReportHandler } from "#test/service/usecases/report/submission/report-handler.ts";
import { xlsxHands } from "#test/service/workbook/xlsx-driver.ts";
import { performScript, type OfficerHands, type ScriptStep } from "../edit-script.ts";
import type { DeskProgram } from "./desk-programs.ts";
import { OfficeDesk } from "./office-desk.ts";
import { cellOf } from "./report-pane.ts";
import { diffOf } from "./same-edits.ts";

/** Why numbers are forced: in the list before sending, or beside the number in a file. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ["1!A2", "一名党员的转入手续年底前补办"],
  ["1!A3", "两名党员的转出手续年底前补办"],
]);

/** Everything that can be done well and badly in one go to a report of the small form. */
export const REPORT_SCRIPT: readonly ScriptStep[] = [
  { do: "type", at: cellOf("1!A6"), value: 1250 },
  // No number.
  { do: "type", at: cellOf("1!A7"), value: "约五十元" },
  // Somebody else forced it meanwhile: in conflict.
  { do: "type", at: cellOf("1!A2"), value: 3 },
  { do: "type", at: cellOf("1!A3"), value: 2 },
  // Without a reason: refused.
  { do: "type", at: cellOf("2!B1"), value: 9 },
  { do: "type-formula", at: cellOf("2!A1"), formula: "1+1" },
  { do: "type", at: cellOf("1!A5"), value: 99 },
  { do: "own-row", at: cellOf("1!A4"), text: "自己的一行" },
  { do: "own-column", at: cellOf("1!A1"), text: "自己的备注" },
  { do: "move-row", sheet: "t1", row: "r6", above: "r1" },
];

/** The browser's grid keeps rows and columns where they are. */
export const REPORT_IN_CELLS: readonly ScriptStep[] = REPORT_SCRIPT.filter(
  (step) => step.do === "type" || step.do === "type-formula",
);

/** What became of the script on one face. */
export interface ReportFaceResult extends Sent {
  /** The report afterwards, without when it was looked at. */
  readonly report: Omit<ReportView, "issue">;
  /** With the history of what was entered. */
  readonly cards: readonly ReportCellCard[];
}

export interface Sent {
  /** Reasons stand in the sheet where there is a column for them, and beside it elsewhere. */
  readonly diff: SheetDiff;
  readonly outcomes: readonly Outcome[];
}

/** Somebody does the script in his program and sends what it found; before sending, `meanwhile` happens. */
export type ReportFace = (on: ReportFaceWork) => Promise<Sent>;

export interface ReportFaceWork {
  readonly service: TestService;
  readonly officer: ReportHandler;
  readonly script: readonly ScriptStep[];
  readonly meanwhile: () => Promise<void>;
}

/** A service of its own for each face, all of them alike. */
export async function reportEditsOn(
  face: ReportFace,
  script: readonly ScriptStep[] = REPORT_SCRIPT,
): Promise<ReportFaceResult> {
  const service = await startTestService({ different: { ...withSmallForm(), ...(await withoutRecordChecks()) } });
  try {
    await service.services.store.write(async (tx) => {
      const idNumber = anIdNumber("1990-03-05", 11);
      const facts = { sex: "2", name: "林小红" };
      await tx.people.insert([aKnownPerson({ id: "lin", unit: "b11", idNumber, from: "2025-01-01", facts })]);
    });
    const officer = new ReportHandler(await service.signIn("g1"), "g1");
    const meanwhile = () => officer.set("1!A2", 1, "一名党员的转入手续已经补办");
    const { diff, outcomes } = await face({ service, officer, script, meanwhile });
    const { issue: _issue, ...report } = await officer.view();
    const cards = await Promise.all(["1!A2", "1!A3", "1!A6"].map((cell) => cardOf(officer, cell)));
    return { diff: withoutReasons(diff), outcomes, report, cards };
  } finally {
    await service.close();
  }
}

function cardOf({ client, path }: ReportHandler, cell: string): Promise<ReportCellCard> {
  return client.ask("GET", `${path}/cell?cell=${encodeURIComponent(cell)}`);
}

function withoutReasons(diff: SheetDiff): SheetDiff {
  return { ...diff, edits: diff.edits.map(({ reason: _reason, acknowledged: _too, ...edit }) => edit) };
}

/** In Excel or WPS: pane, session and outbox. */
export function reportOnDesk(program: DeskProgram): ReportFace {
  return async ({ service, officer, script, meanwhile }) => {
    const desk = new OfficeDesk({ program, url: () => service.url, name: "g1" });
    return await desk.work(async (pane) => {
      assert.ok(await pane.session.open(officer.record), JSON.stringify(pane.state.actRefusal));
      const { host, hands } = pane.program;
      await performScript(hands, script);
      const diff = await diffOf(host);
      await pane.session.compare();
      for (const change of pane.state.changes) {
        const reason = REASONS.get(change.field);
        if (reason !== undefined) pane.session.setReason(change, reason);
      }
      await meanwhile();
      await pane.sendAll();
      return { diff, outcomes: desk.outcomes };
    });
  };
}

/** In a file that was exported, filled in with a spreadsheet program, and imported. */
export const reportInFile: ReportFace = async ({ officer, script, meanwhile }) => {
  const { client, path } = officer;
  const host = createXlsxHost({ milliseconds: 15_000 });
  await host.draw(reportBook(await officer.view(), REPORT_WORDS_ZH));
  const reason = encodeURIComponent("发给支部填写手工数");
  const exported = await fetch(`${client.url}/api${path}/output?reason=${reason}`, {
    headers: { Authorization: `Bearer ${client.token ?? ""}` },
  });
  host.open(new Uint8Array(await exported.arrayBuffer()));
  const hands = xlsxHands(host);
  await performScript(hands, script);
  for (const [cell, why] of REASONS) await hands.type({ ...cellOf(cell), column: "reason" }, why);
  const diff = await diffOf(host);
  await meanwhile();
  const answer = await client.call("POST", `${path}/import`, {
    bytes: Uint8Array.from(host.bytes()),
    headers: { "Content-Type": "application/octet-stream" },
  });
  assert.equal(answer.status, 200, answer.text);
  const { cells, problems } = answer.body as ReportImportAnswer;
  assert.deepEqual(problems, diff.problems);
  return { diff, outcomes: cells.map(({ outcome }) => outcome) };
};

/** On a face that shows a book and no more; the push is put together here. */
export function reportOnHost(face: { readonly host: SheetHost; readonly hands: OfficerHands }): ReportFace {
  return async ({ officer, script, meanwhile }) => {
    await face.host.draw(reportBook(await officer.view(), REPORT_WORDS_ZH));
    await performScript(face.hands, script);
    const diff = await diffOf(face.host);
    await meanwhile();
    const edits = diff.edits.map(({ base: _base, place, ...edit }) => {
      const reason = REASONS.get(edit.field);
      return { ...edit, place: { ...place }, ...(reason === undefined ? {} : { reason }) };
    });
    const body = { key: "sent by hand", edits };
    const { outcomes } = await officer.client.ask<PushAnswer>("POST", "/reports/push", body);
    return { diff, outcomes };
  };
}
