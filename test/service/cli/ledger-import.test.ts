import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { after, before, describe, it } from "mocha";
import type { LedgerId } from "#core/kernel/ids.ts";
import type { ImportAnswer, PushAnswer } from "#core/protocol/push.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { LedgerView } from "#core/sheet/ledger/ledger-view.ts";
import type { ChainVerdict } from "#service/ports/audit.ts";
import { DEMO_PASSWORD, DEMO_YEAR, demoCopy, type DemoCopy } from "#test/environment/demo-copy.ts";
import { jsonOf, refusalPrinted, serve, taizhang, taizhangHere, type Ran } from "#test/environment/command-line.ts";
import { untouchedLedger } from "./untouched-ledger.ts";
import { openWorkbook, type OfficerWorkbook } from "./officer-workbook.ts";

const ITEMS = "定量任务";
const TOTALS = "考核得分";

for (const engine of ["sqlite", "postgres"] as const) {
  describe(`taizhang ledger import, on ${engine}`, function () {
    this.timeout(240_000);
    let demo: DemoCopy;
    let ledger: LedgerId;
    let owner: string;
    let peer: string;
    let issued: string;
    /** Items with evidence and the owner's own score, which nobody has touched. */
    let open: readonly string[];

    before(async () => {
      demo = await demoCopy(engine);
      ({ ledger, owner, peer, open } = await demo.behind(({ store }) => store.read(untouchedLedger)));
      issued = await exportAs(owner, "issued.xlsx");
    });
    after(async () => {
      await demo.remove();
    });

    async function exportAs(account: string, name: string): Promise<string> {
      const args = ["--ledger", ledger, "--as", account, "--out", demo.file(name), "--json"];
      return jsonOf<{ readonly file: string }>(await taizhangHere(demo, "ledger", "export", ...args)).file;
    }

    async function edited(name: string, work: (book: OfficerWorkbook) => void): Promise<string> {
      const book = await openWorkbook(issued);
      work(book);
      return await book.save(demo.file(name));
    }

    const importing = (file: string, ...more: readonly string[]): Promise<Ran> =>
      taizhangHere(demo, "ledger", "import", "--as", owner, ...more, file);
    const answerOf = ({ out }: Ran): ImportAnswer => JSON.parse(out) as ImportAnswer;
    const head = async (): Promise<string> => {
      const verdict = jsonOf<ChainVerdict>(await taizhangHere(demo, "audit", "verify", "--json"));
      return verdict.code === "intact" ? verdict.head : assert.fail(JSON.stringify(verdict));
    };
    const outcomes = ({ cells }: ImportAnswer) =>
      cells.map(({ outcome }) => (outcome.result === "refused" ? outcome.refusal.code : outcome.result));
    const item = (index: number): string => open[index] ?? assert.fail("no such open item");
    const score = (book: OfficerWorkbook, index: number) => book.cell(ITEMS, item(index), "score");

    it("W2a finds nothing changed in a workbook that comes back as it was issued", async () => {
      const { code, out } = await importing(await edited("same.xlsx", () => undefined));
      assert.equal(code, 0);
      assert.match(out, /年度工作台账: 0 处修改\n$/);
    });

    it("L6 takes a full-width score and refuses text, percent, negative, over the maximum and too many decimals, each in its cell", async () => {
      const file = await edited("scores.xlsx", (book) => {
        score(book, 0).value = "很好";
        score(book, 1).value = 0.5;
        // A style of its own: exceljs shares one between all cells of the column.
        score(book, 1).style = { ...score(book, 1).style, numFmt: "0%" };
        score(book, 2).value = -1;
        score(book, 3).value = 1_000;
        score(book, 4).value = 1.2345;
        score(book, 5).value = "１.５";
        book.cell(ITEMS, item(0), "text.responsible").value = "张三、李四";
      });
      const before = await head();
      const dry = await taizhang(demo, "ledger", "import", "--as", owner, "--dry-run", "--json", file);
      assert.equal(dry.code, 1, dry.err);
      assert.deepEqual(answerOf(await importing(file, "--dry-run", "--json")), answerOf(dry));
      assert.equal(await head(), before, "a dry run left something behind");

      const written = await importing(file, "--json");
      const expected = [
        "accepted",
        "score-not-a-number",
        "score-not-a-number",
        "score-out-of-range",
        "score-out-of-range",
        "score-too-many-decimals",
        "accepted",
      ];
      assert.deepEqual(outcomes(answerOf(written)).toSorted(), expected.toSorted());
      assert.deepEqual(outcomes(answerOf(dry)), outcomes(answerOf(written)));
      assert.notEqual(await head(), before);
      const after = await head();

      const again = await importing(file);
      assert.equal(await head(), after, "the same file changes nothing twice");
      const lines = again.out.trim().split("\n");
      assert.equal(lines.length, 8);
      for (const line of lines.slice(1))
        assert.match(line, /^ {2}定量任务![A-Z]+\d+ {2}.+ -> .+ {2}(accepted|refused) .*[\u4e00-\u9fff]/);
    });

    it("W3 meets the other's value in a conflict, and names him", async () => {
      const first = await edited("first.xlsx", (book) => (score(book, 4).value = 2));
      const second = await edited("second.xlsx", (book) => (score(book, 4).value = 1));
      assert.equal((await importing(first)).code, 0);
      const late = await importing(second);
      assert.equal(late.code, 1);
      assert.match(late.out, /conflict 冲突: 现为 2/);
    });

    it("L7 takes a peer's change with its reason, and refuses an empty phrase", async () => {
      const book = await openWorkbook(await exportAs(peer, "peer.xlsx"));
      for (const [index, reason] of [
        [1, "会议记录缺少与会人员签到"],
        [2, "同意同意同意"],
        [3, ""],
      ] as const) {
        book.cell(ITEMS, item(index), "score").value = 0;
        book.cell(ITEMS, item(index), "reason").value = reason;
      }
      const file = await book.save(demo.file("peer-changed.xlsx"));
      const answer = answerOf(await taizhangHere(demo, "ledger", "import", "--as", peer, "--json", file));
      assert.deepEqual(outcomes(answer), ["accepted", "reason-empty-phrase", "reason-required"]);
    });

    it("A9 A5 refuses a stranger as if there were no ledger, a read-only account by its permission", async () => {
      const stranger = demo.account("secretary", "基础医学院党总支");
      const file = await edited("stranger.xlsx", (book) => (score(book, 3).value = 1));
      const asked = await taizhangHere(demo, "ledger", "import", "--as", stranger, "--json", file);
      assert.equal(refusalPrinted(asked).code, "not-found");
      await demo.behind(({ store }) =>
        store.write(async (tx) => {
          const account = await tx.accounts.byName(owner);
          await tx.accounts.saveAccounts(account ? [{ ...account, permission: "read-only" }] : []);
        }),
      );
      assert.deepEqual(outcomes(answerOf(await importing(file, "--json"))), ["read-only"]);
      await demo.behind(({ store }) =>
        store.write(async (tx) => {
          const account = await tx.accounts.byName(owner);
          await tx.accounts.saveAccounts(account ? [{ ...account, permission: "read-write" }] : []);
        }),
      );
    });

    it("works beside a running service: imports, a standing and pushes at once, and nothing is lost", async () => {
      const service = await serve(demo);
      try {
        const client = await service.signIn(owner, DEMO_PASSWORD);
        const push = async (number: number): Promise<PushAnswer> => {
          const record = `ledger:${ledger}/${item(number)}`;
          const edits = [{ record, field: "text.due", baseRevision: 0, value: `第${String(number)}次` }];
          return await client.ask("POST", `/ledgers/${ledger}/push`, { key: `beside-${String(number)}`, edits });
        };
        const beside = await edited(
          "beside.xlsx",
          (book) => (book.cell(ITEMS, item(5), "text.task").value = "改过的任务"),
        );
        const standing = ["standings", "--year", DEMO_YEAR, "--level", "branch", "--out", demo.file("s.xlsx")];
        const [imported, ranked, ...pushed] = await Promise.all([
          importing(beside),
          taizhangHere(demo, ...standing),
          ...[0, 1, 2, 3, 4].map(push),
        ]);
        assert.deepEqual([imported.code, ranked.code], [0, 0], imported.out + ranked.err);
        assert.deepEqual(
          new Set(pushed.flatMap(({ outcomes: each }) => each.map(({ result }) => result))),
          new Set(["accepted"]),
        );
        const { items } = await client.ask<LedgerView>("GET", `/ledgers/${ledger}`);
        const texts = new Map(
          items.flatMap(({ key, texts: own }) => own.map(({ column, text }) => [`${key} ${column}`, text])),
        );
        for (const number of [0, 1, 2, 3, 4]) assert.equal(texts.get(`${item(number)} due`), `第${String(number)}次`);
        assert.equal(texts.get(`${item(5)} task`), "改过的任务");
        await head();
      } finally {
        await service.stop();
      }
    });

    if (engine === "sqlite") {
      const shown: readonly (readonly [
        what: string,
        codes: readonly string[],
        work: (book: OfficerWorkbook) => void,
      ])[] = [
        ["rows sorted with their keys", [], (book) => book.swapRows(ITEMS, ["q2", "q3"], 1)],
        ["a row inserted", ["row-without-key"], (book) => book.copyToEnd(ITEMS, item(0), 2)],
        ["a row copied", ["row-key-doubled"], (book) => book.copyToEnd(ITEMS, item(0), 1)],
        ["a row deleted", ["row-missing"], (book) => book.clearRow(ITEMS, item(0))],
        ["a formula overtyped", ["formula-overtyped"], (book) => overtypeTotal(book)],
        [
          "a formula in a score",
          ["formula-in-input"],
          (book) => (score(book, 0).value = { formula: "1+1", result: 2, date1904: false }),
        ],
        ["a maximum raised", ["locked-cell-changed"], (book) => (book.cell(ITEMS, item(0), "maximum").value = 99)],
        [
          "a reason alone",
          ["reason-without-edit"],
          (book) => (book.cell(ITEMS, item(0), "reason").value = "只写了理由"),
        ],
      ];
      for (const [what, codes, work] of shown) {
        it(`W2 W4 sends nothing for ${what}, and shows ${codes.join() || "no problem"}`, async () => {
          const before = await head();
          const file = await edited("shown.xlsx", work);
          const answer = answerOf(await importing(file, "--json"));
          assert.deepEqual([answer.cells, [...new Set(answer.problems.map(({ code }) => code))]], [[], codes]);
          assert.equal(await head(), before);
          const { code, out } = await importing(file);
          assert.equal(code, codes.length === 0 ? 0 : 1);
          for (const each of codes)
            assert.match(out, new RegExp(`^ {2}(定量任务|考核得分).*[\\u4e00-\\u9fff].*\\(${each}\\)$`, "m"));
        });
      }

      const stopped: readonly (readonly [
        what: string,
        code: AnyRefusal["code"],
        problem: string,
        work: (book: OfficerWorkbook) => void,
      ])[] = [
        [
          "rows sorted without their keys",
          "sheet-stopped",
          "sorted-without-keys",
          (book) => book.swapRows(ITEMS, ["q2", "q3"], 2),
        ],
        [
          "the key column deleted",
          "sheet-stopped",
          "key-column-missing",
          (book) => book.sheet(ITEMS).spliceColumns(1, 1),
        ],
        ["the key row deleted", "sheet-stopped", "key-row-missing", (book) => clearKeyRow(book)],
        ["a sheet deleted", "sheet-stopped", "sheet-missing", (book) => book.book.removeWorksheet(ITEMS)],
        [
          "the very-hidden sheet deleted",
          "workbook-not-a-ledger",
          "",
          (book) => book.book.removeWorksheet("_taizhang"),
        ],
      ];
      for (const [what, code, problem, work] of stopped) {
        it(`W2 stops at ${what} with the code ${code}`, async () => {
          const before = await head();
          const file = await edited("stopped.xlsx", (book) => {
            score(book, 5).value = 0;
            work(book);
          });
          const refusal = refusalPrinted(await importing(file, "--json"));
          assert.equal(refusal.code, code);
          assert.match(JSON.stringify(refusal), new RegExp(problem));
          const { out } = await importing(file);
          assert.match(out, new RegExp(`^${code}: .*[\\u4e00-\\u9fff]`));
          assert.equal(await head(), before);
        });
      }

      it("refuses a workbook of another service and of another year", async () => {
        const change = (text: string): void => {
          const database = new DatabaseSync(demo.file("taizhang.db"));
          database.exec(text);
          database.close();
        };
        change(`update ledger set year = 2001 where id = '${ledger}'`);
        assert.equal(refusalPrinted(await importing(issued, "--json")).code, "workbook-of-another-year");
        change(
          `update ledger set year = ${DEMO_YEAR} where id = '${ledger}'; update service set service_id = 'another'`,
        );
        assert.equal(refusalPrinted(await importing(issued, "--json")).code, "workbook-of-another-service");
      });
    }
  });
}

function overtypeTotal(book: OfficerWorkbook): void {
  const sheet = book.sheet(TOTALS);
  sheet.eachRow((row) => {
    row.eachCell((cell) => {
      if (cell.formula) cell.value = 100;
    });
  });
}

function clearKeyRow(book: OfficerWorkbook): void {
  const sheet = book.sheet(ITEMS);
  for (let column = 1; column <= sheet.columnCount; column += 1) sheet.getCell(1, column).value = null;
}
