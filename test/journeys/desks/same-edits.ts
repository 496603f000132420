import assert from "node:assert/strict";
import { diffBook } from "#core/sheet/diff-book.ts";
import type { SheetDiff } from "#core/sheet/edit.ts";
import { ledgerBook } from "#core/sheet/ledger/ledger-book.ts";
import type { LedgerView } from "#core/sheet/ledger/ledger-view.ts";
import { LEDGER_WORDS_ZH } from "#core/sheet/ledger/ledger-words.ts";
import { parseSnapshot } from "#core/sheet/snapshot/parse-snapshot.ts";
import type { SheetHost } from "#core/sheet/sheet-host.ts";
import type { ImportAnswer, Outcome } from "#core/protocol/push.ts";
import { DEFLATE_CODEC } from "#service/workbook/deflate-codec.ts";
import { createXlsxHost } from "#service/workbook/xlsx-host.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { xlsxHands } from "#test/service/workbook/xlsx-driver.ts";
import { EDIT_SCRIPT, performScript, withoutLedgerId, type OfficerHands, type ScriptStep } from "../edit-script.ts";
import { journeyTemplate } from "../journey-template.ts";
import { deskOf, openStages, publishTemplate, type LedgerDesk } from "../ledger-desk.ts";
import { importBytes, OfficerWorkbook } from "../officer-workbook.ts";
import type { DeskProgram } from "./desk-programs.ts";
import { OfficeDesk } from "./office-desk.ts";

/** What became of the script on one face. */
export interface FaceResult {
  readonly diff: SheetDiff;
  readonly outcomes: readonly Outcome[];
  /** The ledger afterwards, without its name and when it was looked at. */
  readonly ledger: Omit<LedgerView, "issue" | "name" | "template">;
}

/** Somebody does the script in his program and sends what it found; before sending, `meanwhile` happens. */
export type Face = (world: SameEditsWorld, work: FaceWork) => Promise<Sent>;

interface FaceWork {
  readonly ledger: string;
  readonly script: readonly ScriptStep[];
  readonly meanwhile: () => Promise<void>;
}

interface Sent {
  readonly diff: SheetDiff;
  readonly outcomes: readonly Outcome[];
}

/** A real service in which every face gets a fresh ledger that is like all others. */
export class SameEditsWorld {
  readonly service: TestService;
  readonly owner: LedgerDesk;
  readonly #colleague: LedgerDesk;
  #ledgers = 0;

  private constructor(service: TestService, owner: LedgerDesk, colleague: LedgerDesk) {
    this.service = service;
    this.owner = owner;
    this.#colleague = colleague;
  }

  static async start(): Promise<SameEditsWorld> {
    const service = await startTestService();
    await openStages(service, { level: "branch" });
    return new SameEditsWorld(service, await deskOf(service, "b11-secretary"), await deskOf(service, "b11"));
  }

  async on(face: Face, script: readonly ScriptStep[] = EDIT_SCRIPT): Promise<FaceResult> {
    const ledger = await this.#freshLedger();
    const meanwhile = async () => {
      assert.equal((await this.#colleague.score(ledger, "q4", 2)).result, "accepted");
    };
    const { diff, outcomes } = await face(this, { ledger, script, meanwhile });
    const { issue: _issue, name: _name, template: _template, ...view } = await this.owner.open(ledger);
    return withoutLedgerId({ diff, outcomes, ledger: view }, ledger);
  }

  close(): Promise<void> {
    return this.service.close();
  }

  async #freshLedger(): Promise<string> {
    this.#ledgers += 1;
    const template = await publishTemplate(this.service, journeyTemplate({ name: `台账${this.#ledgers}` }));
    const ledger = await this.owner.copyNew(template);
    for (const item of ["q1", "q2", "q3", "q4"]) {
      const { status, text } = await this.owner.attach(ledger, item, { name: "记录.txt", text: `材料 ${item}` });
      assert.equal(status, 201, text);
    }
    return ledger;
  }
}

/** In Excel or WPS: pane, session and outbox. */
export function onDesk(program: DeskProgram): Face {
  return async (world, { ledger, script, meanwhile }) => {
    const desk = new OfficeDesk({ program, url: () => world.service.url, name: "b11-secretary" });
    return await desk.work(async (pane) => {
      await pane.openLedger(ledger);
      const { host, hands } = pane.program;
      await performScript(hands, script);
      const diff = await diffOf(host);
      await pane.session.compare();
      await meanwhile();
      await pane.sendAll();
      return { diff, outcomes: desk.outcomes };
    });
  };
}

/** In a file that was exported, worked on with a spreadsheet program, and imported. */
export const inFile: Face = async ({ owner }, { ledger, script, meanwhile }) => {
  const host = createXlsxHost({ milliseconds: 15_000 });
  await host.draw(bookOf(await owner.open(ledger)));
  host.open(await (await OfficerWorkbook.export(owner.client, ledger)).bytes());
  await performScript(xlsxHands(host), script);
  const diff = await diffOf(host);
  await meanwhile();
  const answer = await importBytes(owner.client, ledger, { bytes: Uint8Array.from(host.bytes()) });
  assert.equal(answer.status, 200, answer.text);
  const { cells, problems } = answer.body as ImportAnswer;
  assert.deepEqual(problems, diff.problems);
  return { diff, outcomes: cells.map(({ outcome }) => outcome) };
};

/** On a face that shows a book and no more; the push is put together here. */
export function onHost(face: { readonly host: SheetHost; readonly hands: OfficerHands }): Face {
  return async ({ owner }, { ledger, script, meanwhile }) => {
    await face.host.draw(bookOf(await owner.open(ledger)));
    await performScript(face.hands, script);
    const diff = await diffOf(face.host);
    await meanwhile();
    const edits = diff.edits.map(({ base: _base, place, ...edit }) => ({ ...edit, place: { ...place } }));
    return { diff, outcomes: (await owner.push(ledger, edits)).outcomes };
  };
}

/** By the base that travels in the workbook itself. */
export async function diffOf(host: SheetHost): Promise<SheetDiff> {
  const reading = await host.read();
  const base = parseSnapshot(reading.meta, DEFLATE_CODEC);
  assert.ok(base.ok, "the base snapshot travels with the book");
  return diffBook(base.value, reading);
}

function bookOf(view: LedgerView) {
  return ledgerBook(view, LEDGER_WORDS_ZH);
}
