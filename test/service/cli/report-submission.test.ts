import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { toId, type AccountId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { GateView, ReportOverview, RollupView } from "#core/protocol/reports.ts";
import type { SubmissionRecord } from "#service/ports/reports.ts";
import { demoCopy, type DemoCopy } from "#test/environment/demo-copy.ts";
import { jsonOf, refusalPrinted, taizhangHere, type Ran } from "#test/environment/command-line.ts";

const DAY = "2025-12-31" as Day;
const REASON = "请核对表二的女党员数";

describe("taizhang report: handing over and judging", function () {
  this.timeout(240_000);
  let demo: DemoCopy;
  let unit: string;
  let superior: string;

  before(async () => {
    demo = await demoCopy();
    unit = demo.account("unit", "机关党总支");
    superior = demo.account("unit", "校党委");
  });
  after(async () => {
    await demo.remove();
  });

  const run = (word: string, as: string, ...more: readonly string[]): Promise<Ran> =>
    taizhangHere(demo, "report", word, "--set", "2017", "--unit", "yz01", "--date", DAY, "--as", as, ...more, "--json");
  const state = async (word: string, as: string, ...more: readonly string[]) =>
    jsonOf<{ readonly state: string; readonly number: number }>(await run(word, as, ...more));

  it("R7 tells what is missing, and hands nothing over that is not ready", async () => {
    const gate = jsonOf<GateView>(await run("gate", unit));
    assert.equal(gate.ready, false);
    assert.deepEqual(gate.lines.find(({ what }) => what === "manual-empty")?.passed, false);
    const printed = await taizhangHere(
      demo,
      "report",
      "gate",
      "--set",
      "2017",
      "--unit",
      "yz01",
      "--date",
      DAY,
      "--as",
      unit,
    );
    assert.match(printed.out, /^不可上报 {2}期限 \d{4}-12-31 {2}[余迟] \d+ 天\n/u);
    assert.equal(refusalPrinted(await run("submit", unit)).code, "report-not-ready");
    assert.equal(refusalPrinted(await run("submit", superior)).code, "forbidden");
  });

  it("R8 returned with a remark, accepted, unlocked: each by whose it is", async () => {
    await handIn(1);
    assert.equal(refusalPrinted(await run("accept", unit, "--reason", REASON)).code, "forbidden");
    assert.deepEqual(await state("return", superior, "--reason", REASON, "--remark", "2!C1=女党员数与名册不符"), {
      state: "returned",
      number: 1,
    });
    assert.equal(refusalPrinted(await run("withdraw", unit, "--reason", REASON)).code, "report-state-wrong");
    await handIn(2);
    assert.deepEqual(await state("accept", superior, "--reason", "核对一致，予以接受"), {
      state: "accepted",
      number: 2,
    });
    assert.deepEqual(await state("unlock", superior, "--reason", REASON), { state: "draft", number: 2 });
    assert.equal((await run("return", superior)).code, 2, "a reason is asked for");
    assert.equal((await run("return", superior, "--reason", REASON, "--remark", "2!C1")).code, 2);
  });

  it("R9 R13 a superior sees where all stand, and the sum beside the count", async () => {
    const whole = ["--set", "2017", "--unit", await codeOfRoot(), "--date", DAY, "--as", superior, "--json"];
    const { rows } = jsonOf<ReportOverview>(await taizhangHere(demo, "report", "overview", ...whole));
    assert.ok(rows.length > 1);
    assert.ok(rows.some(({ unitCode }) => unitCode === "yz01"));
    const { units, differences } = jsonOf<RollupView>(await taizhangHere(demo, "report", "rollup", ...whole));
    assert.equal(units.length, rows.length - 1);
    assert.deepEqual(differences, []);
  });

  it("R8 what a superior was shown on the command line he has seen: the unit cannot take it back", async () => {
    for (const [at, word] of ["check", "gate", "rollup", "generate"].entries()) {
      await handIn(3 + at);
      assert.equal((await run(word, superior)).code, 0, word);
      assert.equal(refusalPrinted(await run("withdraw", unit, "--reason", REASON)).code, "report-seen-already", word);
      await state("return", superior, "--reason", REASON);
    }
  });

  const codeOfRoot = (): Promise<string> =>
    demo.behind(async ({ store }) => {
      const units = await store.read((tx) => tx.organisation.units());
      return units.find(({ parentId }) => parentId === null)?.code ?? assert.fail("no root");
    });

  /** As if everything had been filled. */
  const handIn = (number: number): Promise<void> =>
    demo.behind(async ({ store, clock }) => {
      await store.write(async (tx) => {
        const found = (await tx.organisation.units()).find(({ code }) => code === "yz01");
        assert.ok(found);
        const submission: SubmissionRecord = {
          ...{
            id: `sub_${number}`,
            key: { setId: "2017", unitId: found.id, on: DAY },
            number,
            state: "submitted" as const,
          },
          ...{
            submittedAt: clock.now(),
            accountId: toId<AccountId>("acc"),
            who: "机关党总支",
            change: 1,
            definition: "",
          },
          ...{
            values: {},
            seenAt: null,
            decidedAt: null,
            decidedBy: "",
            decisionReason: "",
            printedOn: null,
            revision: 1,
          },
        };
        assert.ok(await tx.reports.insertSubmission(submission, new Uint8Array()));
      });
    });
});
