import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { toId, type AccountId } from "#core/kernel/ids.ts";
import { dayOf, type Day } from "#core/kernel/instant.ts";
import type { GateView, MaterialsView, ReportOverview, RollupView } from "#core/protocol/report/reports.ts";
import type { SubmissionRecord } from "#service/ports/reports/reports.ts";
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

  it("R1 a day of a year that nothing is known of is refused with the bounds, not as a fault of the form", async () => {
    for (const on of ["1000-01-01", "9999-12-31"]) {
      const asked = ["report", "gate", "--set", "2017", "--unit", "yz01", "--date", on, "--as", unit, "--json"];
      const refusal = refusalPrinted(await taizhangHere(demo, ...asked));
      assert.deepEqual(refusal, { code: "day-out-of-range", given: on, first: "1901-01-01", last: "2099-12-31" });
    }
  });

  it("R8 a point of the audit is answered and taken back, listed with its answer", async () => {
    const answered = await run("answer", unit, "--point", "P-01.1", "--text", "与上年年报逐项核对一致");
    assert.equal(answered.code, 0, answered.err);
    const { points } = jsonOf<Pick<MaterialsView, "points">>(await run("answer", unit));
    assert.equal(points.find(({ point }) => point === "P-01.1")?.answer, "与上年年报逐项核对一致");
    assert.equal((await run("answer", unit, "--point", "P-01.1", "--text", "已按介绍信逐条核对")).code, 0);
    assert.equal(
      refusalPrinted(await run("answer", unit, "--point", "P-99", "--text", "没有")).code,
      "report-point-unknown",
    );
  });

  it("R4 an error is exempted by the superior alone, and the exemption taken back", async () => {
    const asked = ["--check", "F-T1-1", "--reason", REASON];
    assert.equal(refusalPrinted(await run("exempt", unit, ...asked)).code, "forbidden");
    assert.deepEqual(jsonOf(await run("exempt", superior, ...asked)), { check: "F-T1-1", exempt: true });
    assert.deepEqual(jsonOf(await run("exempt", superior, "--check", "F-T1-1", "--revoke")), {
      check: "F-T1-1",
      exempt: false,
    });
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
    const printed = await run("printed", unit, "--on", "2020-01-01");
    assert.equal(refusalPrinted(printed).code, "printed-day-wrong");
    assert.equal((await run("printed", unit, "--on", await today())).code, 0);
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
    for (const [at, word] of ["check", "gate", "generate", "diff"].entries()) {
      await handIn(3 + at);
      const years = word === "diff" ? ["--years", "2025"] : [];
      assert.equal((await run(word, superior, ...years)).code, 0, word);
      assert.equal(refusalPrinted(await run("withdraw", unit, "--reason", REASON)).code, "report-seen-already", word);
      await state("return", superior, "--reason", REASON);
    }
  });

  const today = (): Promise<string> => demo.behind(({ clock }) => Promise.resolve(dayOf(clock.now())));
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
