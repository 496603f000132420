/** Service and desk programs that fail in the middle: nothing is lost, it is said, and the second try works. */
import assert from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import { after, before, describe, it } from "mocha";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { EXCEL_2024, WPS } from "./desks/desk-programs.ts";
import { OfficeDesk, type OpenPane } from "./desks/office-desk.ts";
import { assertFigures, assertState, score } from "./desks/what-stands-there.ts";
import { quantitative } from "./edit-script.ts";
import { journeyTemplate } from "./journey-template.ts";
import { deskOf, openStages, publishTemplate, type LedgerDesk } from "./ledger-desk.ts";

/** Of the calls that an action takes in WPS, so many fail in turn; in Excel all of its round trips do. */
const TRIES = 8;

for (const program of [EXCEL_2024, WPS]) {
  describe(`interrupted in ${program.name}`, function () {
    this.timeout(240_000);
    let service: TestService;
    let http: LedgerDesk;
    let ledger: string;
    let desk: OfficeDesk;
    let pane: OpenPane;

    before(async () => {
      service = await startTestService();
      const template = await publishTemplate(service, journeyTemplate());
      await openStages(service, { level: "branch" });
      http = await deskOf(service, "b11-secretary");
      ledger = await http.copyNew(template);
      for (const item of ["q1", "q2", "q3", "q4"]) {
        const { status, text } = await http.attach(ledger, item, { name: "记录.txt", text: `材料 ${item}` });
        assert.equal(status, 201, text);
      }
      for (const [item, value] of [
        ["q1", 9],
        ["q2", 19],
        ["q4", 3],
      ] as const)
        await http.score(ledger, item, value);
      desk = new OfficeDesk({ program, url: () => service.url, name: "b11-secretary" });
      pane = await desk.open();
      await pane.signIn();
    });
    after(async () => {
      await pane.close();
      await service.close();
    });

    /** What stands in our sheets, cell by cell, with the base. */
    const standing = () => pane.program.host.read();
    const restarted = async () => {
      await service.start();
      http = await deskOf(service, "b11-secretary");
    };

    /** Fails each of the calls that `act` takes in turn. `again` makes something to do before every one. */
    const eachCallFails = async (act: () => Promise<boolean>, again: () => Promise<void>, check: FailureCheck) => {
      const { calls } = pane.program;
      await again();
      calls.reset();
      assert.ok(await act(), JSON.stringify(pane.state.actRefusal));
      const { count } = calls;
      const step = Math.max(1, Math.floor(count / TRIES));
      for (let nth = 1; nth <= count; nth += step) {
        await again();
        const before = await check.before();
        calls.failAt(nth);
        const isDone = await act();
        calls.forgive();
        if (!isDone) {
          assert.ok(pane.state.actRefusal, `call ${nth} of ${count}: refused without a word`);
          await check.failed(before, `call ${nth} of ${count}`);
          assert.ok(await act(), `call ${nth} of ${count}, second try: ${JSON.stringify(pane.state.actRefusal)}`);
        }
        await check.done(`call ${nth} of ${count}`);
      }
    };

    it("W3 a first drawing that fails leaves the officer's workbook as it was, or stands there whole", async () => {
      const names = () => desk.workbook.sheets.map(({ name }) => name);
      const own = names();
      const { calls } = pane.program;
      for (const nth of [1, 2, 3]) {
        calls.reset();
        calls.failAt(nth);
        const isDrawn = await pane.session.open(ledger);
        calls.forgive();
        if (isDrawn || names().length > own.length) break;
        assert.deepEqual([names(), pane.state.phase], [own, "nothing"]);
        assert.ok(pane.state.actRefusal);
      }
      await pane.session.compare();
      if (names().length === own.length) await pane.openLedger(ledger);
      assert.deepEqual([pane.state.phase, pane.changes, pane.state.problems], ["ready", [], []]);
    });

    it("W3 a refresh that fails anywhere changes nothing or everything, and loses nothing; the next one works", async () => {
      let theirs = 9;
      const { hands } = pane.program;
      await hands.insertColumnBefore("quantitative", "evidence");
      await hands.paste(quantitative("q2", "evidence"), [["自己的备注"]], { rows: 0, columns: -1 });
      await pane.type(quantitative("q2", "text.task"), "每月开展主题党日活动");
      await eachCallFails(
        () => pane.session.refresh(),
        async () => {
          theirs = theirs === 9 ? 8 : 9;
          await http.score(ledger, "q1", theirs);
        },
        {
          before: standing,
          async failed(before, at) {
            // Where only the look at the drawn sheet failed, it is drawn.
            if (desk.shown(score("q1")) === theirs) assertFigures(desk, await http.open(ledger));
            else assert.deepEqual(await standing(), before, at);
          },
          async done(at) {
            assert.equal(desk.shown(score("q1")), theirs, at);
            assert.equal(desk.shown(quantitative("q2", "evidence"), -1), "自己的备注", at);
            assert.deepEqual([pane.changes.length, pane.state.problems], [1, []], at);
          },
        },
      );
      assertState(desk, quantitative("q2", "text.task"), "changed");
      await pane.sendsAll();
      assertFigures(desk, await http.open(ledger));
    });

    it("W4 marks that fail are made with the next look; what was typed stays", async () => {
      const { calls } = pane.program;
      calls.reset();
      calls.failAt(program === WPS ? 40 : 2);
      await pane.type(score("q2"), 18);
      calls.forgive();
      assert.equal(desk.shown(score("q2")), 18);
      await pane.session.compare();
      assert.deepEqual(pane.changes, ["q2 score 19 -> 18"]);
      assertState(desk, score("q2"), "changed");
      await pane.sendsAll();
      assertState(desk, score("q2"), "input");
    });

    it("W3 W5 a push whose answer the program would not show is not sent twice, and shown later", async () => {
      const { calls } = pane.program;
      await pane.type(score("q2"), 17);
      calls.reset();
      await pane.sendsAll();
      const { count } = calls;
      for (let nth = 1, value = 16; nth <= count; nth += Math.max(1, Math.floor(count / TRIES)), value -= 1) {
        await pane.type(score("q2"), value);
        const sent = desk.sent.length;
        const { revision } = await http.item(ledger, "q2");
        calls.failAt(nth);
        await pane.sendAll();
        calls.forgive();
        await pane.session.compare();
        if (pane.changes.length > 0) await pane.sendsAll();
        const item = await http.item(ledger, "q2");
        assert.deepEqual(
          [item.revision, item.state.entries.at(-1)?.score],
          [revision + 1, String(value)],
          `call ${nth}`,
        );
        assert.equal(desk.sent.length, sent + 1, `call ${nth} of ${count}`);
        assert.deepEqual([pane.changes, pane.outbox.state.entries], [[], []], `call ${nth} of ${count}`);
        assertState(desk, score("q2"), "input");
      }
    });

    it("W3 W5 the service stops in the middle of a push: it is there once when the service is back", async () => {
      for (const [value, delay] of [
        [1, 0],
        [2, 3],
        [4, 12],
      ] as const) {
        await pane.type(score("q4"), value);
        const { revision } = await http.item(ledger, "q4");
        const sending = pane.sendAll();
        await wait(delay);
        await service.stop();
        await sending;
        await restarted();
        await pane.outbox.flush();
        await pane.session.compare();
        const item = await http.item(ledger, "q4");
        assert.deepEqual([item.revision, item.state.entries.at(-1)?.score], [revision + 1, String(value)]);
        assert.deepEqual([pane.changes, pane.outbox.state.entries], [[], []]);
      }
    });

    it("W5 while the service is away the sheet is usable, says why nothing is drawn, and sends when it is back", async () => {
      await service.stop();
      await pane.type(score("q4"), 3);
      assert.deepEqual(pane.changes, ["q4 score 4 -> 3"]);
      assertState(desk, score("q4"), "changed");
      assert.equal(await pane.session.refresh(), false);
      assert.equal(pane.state.actRefusal?.code, "service-unreachable");
      assert.equal(await pane.sendAll(), false);
      assert.equal(pane.state.changes[0]?.waiting, true);
      await pane.close();
      const alone = await desk.open();
      assert.deepEqual(alone.changes, ["q4 score 4 -> 3"]);
      await alone.close();
      await restarted();
      pane = await desk.open();
      await pane.signIn();
      await pane.outbox.flush();
      await pane.session.compare();
      assert.equal((await http.item(ledger, "q4")).state.entries.at(-1)?.score, "3");
      assert.deepEqual([pane.changes, pane.outbox.state.entries], [[], []]);
      assert.equal((await service.services.store.verifyChain()).code, "intact");
    });
  });
}

interface FailureCheck {
  readonly before: () => Promise<unknown>;
  readonly failed: (before: unknown, at: string) => Promise<void>;
  readonly done: (at: string) => Promise<void>;
}
