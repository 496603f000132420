import assert from "node:assert/strict";
import { beforeEach, describe, it } from "mocha";
import type { Outcome } from "#core/protocol/push.ts";
import { HostFailure } from "#addin/hosts/host-failure.ts";
import type { LoadedBook } from "#addin/session/book/loaded-book.ts";
import { DirectSession } from "#addin/session/desk/direct-session.ts";
import { aLedgerBook } from "#test/builders/sheet-book.ts";
import { memoryDriver } from "#test/fakes/memory-host/memory-driver.ts";
import { MemoryHost } from "#test/fakes/memory-host/memory-host.ts";
import { WorkbookModel } from "#test/fakes/workbook/workbook-model.ts";

const SCORE = { sheet: "quantitative", row: "q1", column: "score" };

function loaded(score: string): LoadedBook {
  return { book: aLedgerBook({ scores: { q1: score } }), view: null, roster: null, report: null };
}

/** As a sheet answers somebody who types whenever it is to be brought up to date. */
function refuse(): Promise<never> {
  return Promise.reject(new HostFailure("typed-meanwhile"));
}

describe("a book of the workbench that somebody types in without a pause", () => {
  let host: MemoryHost;
  let session: DirectSession;
  let newest: LoadedBook;
  let pushed: number;
  /** What the answer of a push waits for on its way back. */
  let delay: Promise<void>;

  beforeEach(async () => {
    host = new MemoryHost(new WorkbookModel());
    newest = loaded("5");
    pushed = 0;
    delay = Promise.resolve();
    session = new DirectSession({
      host,
      load: async () => ({ ok: true, value: newest }),
      async push({ edits }) {
        pushed += 1;
        await delay;
        const outcomes = edits.map((): Outcome => ({ result: "accepted", revision: 2 }));
        return { ok: true, value: { change: 1, outcomes } };
      },
      newKey: () => "key",
      noteOf: () => "",
    });
    await session.refresh();
  });

  it("W3 W4 is told of above the sheet until it is shown, and beside it stands what the sheet shows", async () => {
    const before = session.state.book;
    const draw = host.draw.bind(host);
    newest = loaded("6");
    host.draw = refuse;
    await session.refresh();
    assert.deepEqual([session.state.refusal, session.state.phase], [{ code: "typed-meanwhile" }, "ready"]);
    assert.equal(session.state.book, before);
    host.draw = draw;
    await session.refresh();
    assert.equal(session.state.refusal, null);
    assert.equal(session.state.book, newest.book);
  });

  it("W3 ends no push that is out, and what was saved is told also where the sheet cannot show it", async () => {
    await memoryDriver(host).type(SCORE, 4);
    await session.compare();
    let answer: () => void = () => undefined;
    delay = new Promise((resolve) => (answer = resolve));
    host.draw = refuse;
    const sending = session.send(new Set(session.state.changes.map(({ key }) => key)));
    for (let tries = 0; tries < 100 && pushed === 0; tries += 1) await new Promise((resolve) => setTimeout(resolve, 2));
    await session.refresh();
    assert.deepEqual([session.state.refusal?.code, session.state.sending], ["typed-meanwhile", true]);
    host.advance = refuse;
    answer();
    assert.equal(await sending, true);
    const { accepted, sending: isOut, refusal } = session.state;
    assert.deepEqual([accepted, isOut, refusal?.code], [1, false, "typed-meanwhile"]);
  });
});
