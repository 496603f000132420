import assert from "node:assert/strict";
import { beforeEach, describe, it } from "mocha";
import type { PushAnswer } from "#core/protocol/push.ts";
import type { Me } from "#core/protocol/session.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import { Outbox } from "#addin/outbox/outbox.ts";
import type { Answer } from "#addin/service-client/client-refusal.ts";
import type { LoadedBook } from "#addin/session/book/loaded-book.ts";
import { DeskSession } from "#addin/session/desk/desk-session.ts";
import { aLedgerBook } from "#test/builders/sheet-book.ts";
import { MemoryStorage } from "#test/fakes/desk/memory-storage.ts";
import { memoryDriver } from "#test/fakes/memory-host/memory-driver.ts";
import { MemoryHost } from "#test/fakes/memory-host/memory-host.ts";
import { WorkbookModel } from "#test/fakes/workbook/workbook-model.ts";

const SCORE = { sheet: "quantitative", row: "q1", column: "score" };
const SERVICE = aLedgerBook().identity.service;

interface Asked {
  readonly subject: string;
  readonly answer: (score: string) => void;
  readonly refuse: () => void;
}

function bookOf(subject: string, score: string): SheetBook {
  const book = aLedgerBook({ scores: { q1: score } });
  return { ...book, identity: { ...book.identity, subject } };
}

describe("a desk whose service answers when it likes", () => {
  let host: MemoryHost;
  let session: DeskSession;
  /** In the order they were asked. */
  let asked: Asked[];

  beforeEach(async () => {
    host = new MemoryHost(new WorkbookModel());
    asked = [];
    const wait = () => () => undefined;
    const push = async (): Promise<Answer<PushAnswer>> => ({
      ok: true,
      value: { change: 1, outcomes: [{ result: "accepted", revision: 4 }] },
    });
    session = new DeskSession({
      host,
      codec: host.codec,
      outbox: new Outbox({ storage: new MemoryStorage(), push, newKey: () => "key", now: () => 0, wait }),
      load: (subject) =>
        new Promise<Answer<LoadedBook>>((resolve) => {
          const answer = (score: string) =>
            resolve({
              ok: true,
              value: { book: bookOf(subject, score), view: null, roster: null, report: null },
            });
          asked.push({
            subject,
            answer,
            refuse: () => resolve({ ok: false, refusal: { code: "service-unreachable" } }),
          });
        }),
      loadService: async () => ({ ok: true, value: { id: SERVICE } }),
      noteOf: () => "",
    });
    await session.start();
    await session.signIn({ accountId: "a", accountName: "a", actingPostId: null } as unknown as Me);
    await opened("A", "9");
  });

  const opened = async (subject: string, score: string): Promise<void> => {
    const opening = session.open(subject);
    (await next()).answer(score);
    assert.equal(await opening, true, JSON.stringify(session.state.actRefusal));
  };
  const next = async (): Promise<Asked> => {
    while (asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    return asked.shift() ?? assert.fail();
  };
  const shown = () => {
    const { sheet, row, column } = host.place(SCORE);
    return sheet.stored(row, column).value;
  };
  const type = (value: number) => memoryDriver(host).type(SCORE, value);

  it("W3 an older view that comes late is never drawn over a newer one", async () => {
    const first = session.refresh();
    const late = await next();
    const second = session.refresh();
    (await next()).answer("7");
    assert.equal(await second, true);
    host.calls.length = 0;
    late.answer("8");
    assert.equal(await first, true);
    assert.deepEqual([shown(), host.calls.includes("draw"), session.state.drawing], [7, false, null]);
  });

  it("W3 nor is it said that the service does not answer, once a later question was answered", async () => {
    const first = session.refresh();
    const late = await next();
    const second = session.refresh();
    (await next()).answer("7");
    await second;
    late.refuse();
    await first;
    assert.deepEqual([session.state.refusal, session.state.actRefusal], [null, null]);
  });

  it("W3 the officer is told that his refresh failed, also when a look of the pane's own was answered meanwhile", async () => {
    const refreshing = session.refresh();
    const late = await next();
    const looking = session.reconnect();
    (await next()).answer("7");
    assert.equal(await looking, true);
    late.refuse();
    assert.equal(await refreshing, false);
    assert.deepEqual([session.state.actRefusal?.code, session.state.refusal], ["service-unreachable", null]);
  });

  it("W3 a drawing that failed or was stopped does not keep an older look away", async () => {
    for (const stop of [() => host.failNext("draw", "cell-in-edit"), () => session.cancelDrawing()]) {
      const looking = session.reconnect();
      const look = await next();
      const refreshing = session.refresh();
      const question = await next();
      stop();
      question.answer("7");
      assert.equal(await refreshing, false);
      look.answer("6");
      assert.equal(await looking, true);
      assert.deepEqual([session.state.news, shown()], [true, 9]);
      const again = session.refresh();
      (await next()).answer("9");
      assert.equal(await again, true);
    }
  });

  it("W3 a refresh that comes late is not drawn over the book that was opened meanwhile", async () => {
    const refreshing = session.refresh();
    const late = await next();
    await opened("B", "5");
    late.answer("8");
    await refreshing;
    assert.deepEqual([shown(), session.state.identity?.subject, session.state.book?.identity.subject], [5, "B", "B"]);
  });

  it("W3 of two books that are opened one after the other, the one that was chosen last stands", async () => {
    const opening = session.open("B");
    const late = await next();
    await opened("C", "4");
    late.answer("5");
    await opening;
    assert.deepEqual([shown(), session.state.identity?.subject], [4, "C"]);
  });

  it("W3 a look at the book that stood is nothing to the one that was opened meanwhile, and does not keep it away", async () => {
    const opening = session.open("B");
    const chosen = await next();
    const looking = session.reconnect();
    const look = await next();
    look.answer("6");
    await looking;
    assert.deepEqual([session.state.news, shown()], [true, 9]);
    chosen.answer("5");
    assert.equal(await opening, true);
    assert.deepEqual([shown(), session.state.identity?.subject], [5, "B"]);
  });

  it("W3 W6 it is said to be under way from the wish on, while the service is asked, until the end", async () => {
    const refreshing = session.refresh();
    assert.deepEqual(session.state.drawing, { done: 0, total: 0 });
    const question = await next();
    assert.deepEqual(session.state.drawing, { done: 0, total: 0 });
    let drawn: unknown = null;
    session.onChange(() => {
      if (session.state.drawing && session.state.drawing.total > 0) drawn = session.state.drawing;
    });
    question.answer("8");
    await refreshing;
    assert.ok(drawn);
    assert.equal(session.state.drawing, null);
  });

  it("W3 W6 a drawing is over when it is drawn, however long the answer to a push takes", async () => {
    const sending = session.sendEdits([{ record: "ledger:A/q1", field: "score", baseRevision: 3, value: "7" }]);
    const answer = await next();
    const refreshing = session.refresh();
    (await next()).answer("7");
    while (shown() !== 7) await new Promise((resolve) => setTimeout(resolve, 1));
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(session.state.drawing, null);
    answer.answer("7");
    assert.deepEqual([await refreshing, await sending], [true, true]);
  });

  it("W6 stopped while the service is asked, it answers at once, and the late book is neither drawn nor told of", async () => {
    for (const late of [(question: Asked) => question.answer("8"), (question: Asked) => question.refuse()]) {
      for (const wish of [() => session.refresh(), () => session.open("B")]) {
        const wished = wish();
        const question = await next();
        session.cancelDrawing();
        assert.equal(await wished, false);
        const now = () => [shown(), session.state.actRefusal?.code, session.state.refusal, session.state.drawing];
        assert.deepEqual(now(), [9, "drawing-cancelled", null, null]);
        late(question);
        await new Promise((resolve) => setTimeout(resolve, 20));
        assert.deepEqual([...now(), session.state.identity?.subject], [9, "drawing-cancelled", null, null, "A"]);
      }
    }
    await opened("B", "5");
    assert.equal(shown(), 5);
  });

  it("W6 a bug while something is sent leaves no dead buttons", async () => {
    host.commitTyping = () => Promise.reject(new Error("a bug"));
    await assert.rejects(session.send(new Set()), /a bug/);
    assert.equal(session.state.sending, false);
    host.advance = () => Promise.reject(new Error("another bug"));
    const sending = session.sendEdits([{ record: "ledger:A/q1", field: "score", baseRevision: 3, value: "7" }]);
    (await next()).answer("7");
    await assert.rejects(sending, /another bug/);
    assert.equal(session.state.sending, false);
  });

  it("W3 a book is not replaced with what was typed in it after the officer was asked", async () => {
    await type(8);
    await session.compare();
    const opening = session.open("B");
    const question = await next();
    await type(7);
    question.answer("5");
    assert.equal(await opening, false);
    assert.deepEqual([shown(), session.state.actRefusal?.code], [7, "typed-meanwhile"]);
    assert.deepEqual(
      session.state.changes.map(({ base, value }) => [base, value]),
      [[9, 7]],
    );
    await opened("B", "5");
    assert.equal(shown(), 5);
  });

  it("W3 what is typed between the undo's reading and the putting back stays typed", async () => {
    const refreshing = session.refresh();
    (await next()).answer("6");
    await refreshing;
    const undo = host.undoDraw.bind(host);
    host.undoDraw = async (seen) => {
      host.undoDraw = undo;
      await type(3);
      return await undo(seen);
    };
    const undoing = session.undoRefresh();
    (await next()).answer("9");
    assert.equal(await undoing, true);
    assert.deepEqual(
      session.state.changes.map(({ base, value }) => [base, value]),
      [[9, 3]],
    );
  });
});
