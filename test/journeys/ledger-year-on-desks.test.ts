/** The year of a ledger as officers live it: in workbooks of Excel and WPS that are opened, typed into, sent and closed. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { CellValue } from "#core/sheet/cell.ts";
import type { TemplateView } from "#core/protocol/templates.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { DESK_PROGRAMS } from "./desks/desk-programs.ts";
import { OfficeDesk } from "./desks/office-desk.ts";
import { assertFigures, assertState, figure, score } from "./desks/what-stands-there.ts";
import { qualitative, quantitative } from "./edit-script.ts";
import { journeyTemplate } from "./journey-template.ts";
import { A_REASON, deskOf, openStages, publishTemplate, type LedgerDesk } from "./ledger-desk.ts";

const STATEMENT = "签到表已经补充上传";
const RULING = "经核对材料按实际情况裁定";
const RATES: readonly (readonly [name: string, column: string, l1: CellValue, l2: CellValue])[] = [
  ["b11-secretary", "rating.self", 45, 40],
  ["b12-secretary", "rating.peer", 40, "４２.５"],
  ["g1-secretary", "rating.leader", 44, 46],
  ["g1-deputy", "rating.leader", 47, 43],
];

for (const program of DESK_PROGRAMS) {
  describe(`a ledger's year in ${program.name}`, function () {
    this.timeout(240_000);
    let service: TestService;
    let template: TemplateView;
    /** Looks at the service without a workbook. */
    let http: LedgerDesk;
    let ledger: string;
    const desks = new Map<string, OfficeDesk>();

    const deskFor = (name: string): OfficeDesk => {
      const desk = desks.get(name) ?? new OfficeDesk({ program, url: () => service.url, name });
      desks.set(name, desk);
      return desk;
    };
    const owner = () => deskFor("b11-secretary");
    const peer = () => deskFor("b12-secretary");
    const leader = () => deskFor("g1-secretary");

    before(async () => {
      service = await startTestService();
      template = await publishTemplate(service, journeyTemplate());
      await openStages(service, { level: "branch" });
      http = await deskOf(service, "b11-secretary");
    });
    after(async () => {
      await service.close();
    });

    it("L2 L3 copy-new from the pane, and the ledger stands in the workbook", async () => {
      await owner().work(async (pane) => {
        const made = await pane.client.copyNew({ templateVersionId: template.versionId });
        assert.ok(made.ok, JSON.stringify(made));
        ledger = made.value.ledgerId;
        await pane.openLedger(ledger);
        assert.deepEqual([pane.state.phase, pane.changes, pane.state.problems], ["ready", [], []]);
      });
      assert.deepEqual(
        owner()
          .workbook.sheets.filter(({ settings }) => settings.visibility === "visible")
          .map(({ name }) => name),
        ["Sheet1", "定量任务", "定性测评", "考核得分"],
      );
    });

    it("L5 W4 without evidence the score is locked; what gets past the lock is told and cannot be sent", async () => {
      await owner().work(async (pane) => {
        assert.equal(owner().cell(score("q1")).locked, true);
        await pane.type(score("q1"), 8);
        assert.deepEqual([pane.changes, pane.state.problems.map(({ code }) => code)], [[], ["locked-cell-changed"]]);
        assert.equal(await pane.sendAll(), false);
      });
      assert.deepEqual(owner().sent, []);
    });

    it("L5 W3 with its first file the item is complete, and a refresh shows it", async () => {
      for (const item of ["q1", "q2", "q3", "q4"])
        assert.equal((await http.attach(ledger, item, { name: "记录.txt", text: `材料 ${item}` })).status, 201);
      await owner().work(async (pane) => {
        assert.equal(pane.state.news, true);
        await pane.refresh();
        assert.deepEqual([pane.state.news, pane.changes], [false, []]);
      });
      assert.equal(owner().shown(score("q1")), 10);
      assert.equal(owner().shown(quantitative("q1", "completion")), "完成");
      assertFigures(owner(), await http.open(ledger));
    });

    it("L6 L13 the sheet's totals follow the typed score at once, as the service's do after the push", async () => {
      await owner().work(async (pane) => {
        await pane.type(score("q1"), 9.5);
        const shown = owner().shown(figure("total"));
        await pane.sendsAll();
        const view = await http.open(ledger);
        assert.equal(Number(view.totals.total), shown);
        assert.equal(view.totals.quantitativeSum, "49.50");
        assertFigures(owner(), view);
      });
    });

    it("W4 a refused edit keeps the officer's value, is marked and says why; the one beside it is taken", async () => {
      await owner().work(async (pane) => {
        await pane.type(score("q3"), 7);
        await pane.type(score("q4"), 4);
        assertState(owner(), score("q3"), "changed");
        assert.equal(await pane.sendAll(), false);
        assert.deepEqual(
          owner()
            .outcomes.slice(-2)
            .map(({ result }) => result),
          ["refused", "accepted"],
        );
        assert.deepEqual([owner().shown(score("q3")), pane.changes], [7, ["q3 score 15 -> 7"]]);
        assertState(owner(), score("q3"), "refused");
        assert.notEqual((await pane.program.hands.noteOf(score("q3"))) ?? "", "");
        await pane.session.takeBack(pane.keyOf("q3"));
        await pane.type(score("q4"), 5);
        await pane.sendsAll();
        assert.equal(owner().shown(score("q3")), 15);
        assertState(owner(), score("q3"), "input");
      });
    });

    it("W4 an overtyped formula is noticed, comes back, and is never sent", async () => {
      await owner().work(async (pane) => {
        const sum = quantitative("#total:quantitativeSum", "score");
        await pane.type(sum, 100);
        const [problem] = pane.state.problems;
        assert.ok(problem?.code === "formula-overtyped" && !(await pane.sendAll()));
        assert.ok(await pane.session.restoreFormula(problem.place), JSON.stringify(pane.state.actRefusal));
        assert.deepEqual([pane.state.problems, owner().shown(sum)], [[], 49.5]);
        assert.equal(owner().cell(sum).locked, true);
      });
    });

    it("L7 a peer challenges with the reason typed in the row; without it the push is refused", async () => {
      await peer().work(async (pane) => {
        await pane.openLedger(ledger);
        await pane.type(score("q1"), 6);
        assert.equal(await pane.sendAll(), false);
        assert.equal(pane.state.actRefusal?.code, "reason-required");
        await pane.type(quantitative("q1", "reason"), A_REASON);
        await pane.sendsAll();
        assert.equal(peer().shown(quantitative("q1", "reason")), null);
        assertState(peer(), score("q1"), "challenged");
        assertFigures(peer(), pane.state.view);
      });
      const { history } = await http.item(ledger, "q1");
      assert.match(history[0] ?? "", /9\.5 → 6\n会议记录缺少三次签到/);
    });

    it("L8 the owner sees who and why on the cell, cannot overwrite it, and contests from the column 处理", async () => {
      await owner().work(async (pane) => {
        await pane.refresh();
        assertState(owner(), score("q1"), "challenged");
        assert.match((await pane.program.hands.noteOf(score("q1"))) ?? "", /9\.5 → 6\n会议记录缺少三次签到/);
        assert.equal(owner().cell(score("q1")).locked, true);
        await pane.type(quantitative("q1", "handling"), "异议");
        await pane.type(quantitative("q1", "reason"), STATEMENT);
        await pane.sendsAll();
        await pane.type(quantitative("q1", "handling"), "提交裁定");
        await pane.sendsAll();
      });
      assert.equal((await http.item(ledger, "q1")).state.entries.at(-1)?.statement, STATEMENT);
    });

    it("L9 the leader rules by typing, and the item is locked for both sides", async () => {
      await leader().work(async (pane) => {
        await pane.openLedger(ledger);
        await pane.type(score("q1"), 8);
        await pane.type(quantitative("q1", "reason"), RULING);
        await pane.sendsAll();
        assertState(leader(), score("q1"), "ruled");
        assertFigures(leader(), pane.state.view);
      });
      for (const desk of [owner(), peer()]) {
        await desk.work(async (pane) => {
          await pane.refresh();
          assert.deepEqual([desk.shown(score("q1")), desk.cell(score("q1")).locked], [8, true]);
        });
      }
    });

    it("L8 a challenge is accepted from the column 处理", async () => {
      await peer().work(async (pane) => {
        await pane.type(score("q2"), 18);
        await pane.type(quantitative("q2", "reason"), A_REASON);
        await pane.sendsAll();
      });
      await owner().work(async (pane) => {
        await pane.refresh();
        await pane.type(quantitative("q2", "handling"), "接受");
        await pane.sendsAll();
        assert.equal(owner().shown(score("q2")), 18);
      });
      assert.equal((await http.open(ledger)).totals.quantitativeSum, "46.00");
    });

    it("L11 self, a peer and two leaders rate in their own sheets; who sees what stays as it is", async () => {
      for (const [name, column, first, second] of RATES) {
        await deskFor(name).work(async (pane) => {
          if (pane.state.phase === "nothing") await pane.openLedger(ledger);
          else await pane.refresh();
          await pane.type(qualitative("l1", column), first);
          await pane.type(qualitative("l2", column), second);
          await pane.sendsAll();
          assert.deepEqual(pane.changes, []);
        });
      }
      assert.throws(() => peer().shown(figure("total")), "a peer does not see the means");
    });

    it("L13 the totals in the sheet are the service's", async () => {
      await owner().work((pane) => pane.refresh());
      const view = await http.open(ledger);
      // l1: 45 x 0.2 + 40 x 0.3 + 45.5 x 0.5 = 43.75; l2: 40 x 0.2 + 42.5 x 0.3 + 44.5 x 0.5 = 43.
      assert.deepEqual(
        [view.totals.qualitativeSum, view.totals.quantitative, view.totals.total, view.totals.grade],
        ["86.75", "32.20", "58.23", "合格"],
      );
      assertFigures(owner(), view);
      await leader().work((pane) => pane.refresh());
      assertFigures(leader(), await (await deskOf(service, "g1-secretary")).open(ledger));
    });

    it("W3 two officers change the same score: mine or theirs, and nobody is overwritten silently", async () => {
      const unit = deskFor("b11");
      await unit.work((pane) => pane.openLedger(ledger));
      for (const [mine, theirs] of [
        [3, 4],
        [2, 1],
      ] as const) {
        await owner().work(async (pane) => {
          await pane.refresh();
          await pane.type(score("q4"), mine);
        });
        await unit.work(async (pane) => {
          await pane.refresh();
          await pane.type(score("q4"), theirs);
          await pane.sendsAll();
        });
        await owner().work(async (pane) => {
          assert.deepEqual([pane.changes.length, pane.state.news], [1, true]);
          assert.equal(await pane.sendAll(), false);
          assert.equal(pane.state.actRefusal?.code, "changed-meanwhile");
          assert.equal(owner().shown(score("q4")), mine);
          assertState(owner(), score("q4"), "conflict");
          assert.match((await pane.program.hands.noteOf(score("q4"))) ?? "", new RegExp(String(theirs)));
          if (mine === 3) {
            await pane.session.takeBack(pane.keyOf("q4"));
            assert.deepEqual([owner().shown(score("q4")), pane.changes], [theirs, []]);
          } else {
            await pane.session.keepMine(pane.keyOf("q4"));
            await pane.sendsAll();
          }
        });
        const [entry] = (await http.item(ledger, "q4")).state.entries;
        assert.equal(entry?.score, String(mine === 3 ? theirs : mine));
      }
    });

    it("W5 without the service edits wait in the outbox over closing, and arrive once", async () => {
      const { revision } = await http.item(ledger, "q3");
      const desk = owner();
      const sentBefore = desk.sent.length;
      await desk.work(async (pane) => {
        await pane.refresh();
        desk.line = "down";
        await pane.type(score("q3"), 10);
        assert.equal(await pane.sendAll(), false);
        assert.equal(pane.state.changes[0]?.waiting, true);
        assert.equal(pane.outbox.state.entries[0]?.status, "waiting");
      });
      const offline = await desk.open();
      assert.deepEqual([offline.state.phase, offline.changes], ["offline", ["q3 score 15 -> 10"]]);
      assert.equal(offline.state.changes[0]?.waiting, true);
      await offline.close();
      // The push arrives and the answer is lost.
      desk.line = "deaf";
      const deaf = await desk.open();
      await deaf.signIn();
      await deaf.outbox.flush();
      await deaf.close();
      assert.equal((await http.item(ledger, "q3")).revision, revision + 1);
      desk.line = "ok";
      await desk.work(async (pane) => {
        await pane.outbox.flush();
        await pane.session.compare();
        assert.deepEqual([pane.changes, pane.outbox.state.entries], [[], []]);
        assert.equal(desk.shown(score("q3")), 10);
      });
      assert.equal((await http.item(ledger, "q3")).revision, revision + 1);
      assert.equal(new Set(desk.sent.slice(sentBefore).map(({ key }) => key)).size, 1, "one push, tried again");
    });

    it("W2a opened again, nothing is a change, and nothing is sent twice", async () => {
      const sent = new Map([...desks].map(([name, desk]) => [name, desk.sent.length]));
      for (const [name, desk] of desks) {
        await desk.work(async (pane) => {
          assert.deepEqual([pane.changes, pane.state.problems, pane.outbox.state.entries], [[], [], []], name);
          assert.equal(await pane.sendAll(), false, "there is nothing to send");
        });
        assert.equal(desk.sent.length, sent.get(name), name);
      }
      assert.equal((await service.services.store.verifyChain()).code, "intact");
    });

    if (program.name.startsWith("Excel"))
      it("W6 a push after one edit is one round trip to read and one to mark", async () => {
        await owner().work(async (pane) => {
          await pane.refresh();
          await pane.type(score("q4"), 4.5);
          const { calls } = pane.program;
          calls.reset();
          await pane.sendsAll();
          assert.equal(calls.count, 2);
        });
      });
  });
}
