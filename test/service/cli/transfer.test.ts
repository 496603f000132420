import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import ExcelJS from "exceljs";
import { after, before, describe, it } from "mocha";
import { dayOf, toInstant } from "#core/kernel/instant.ts";
import type { TransferListed, TransfersAnswer } from "#core/protocol/records/transfers.ts";
import { fillReceipt } from "#test/builders/letter-receipts.ts";
import { jsonOf, refusalPrinted, taizhangHere, type Ran } from "#test/environment/command-line.ts";
import { demoCopy, type DemoCopy } from "#test/environment/demo-copy.ts";
import { composeServices } from "#service/compose-services.ts";
import { parseConfig } from "#service/config.ts";

const FROM = "机关党总支";
const TO = "基础医学院党总支";

describe("taizhang transfer", function () {
  this.timeout(240_000);
  let demo: DemoCopy;
  let codes: Readonly<Record<string, string>>;
  let people: readonly string[];

  before(async () => {
    demo = await demoCopy();
    const config = parseConfig({ ...demo.environment, TAIZHANG_DB: demo.db });
    if (!config.ok) return assert.fail(JSON.stringify(config.refusal));
    const { services, close } = await composeServices(config.value);
    const found = await services.store.read(async (tx) => {
      const units = await tx.organisation.units();
      const from = units.find(({ shortName }) => shortName === FROM);
      const branches = units.filter(({ parentId }) => parentId === from?.id).map(({ id }) => id);
      const day = dayOf(services.clock.now());
      const members = await tx.people.inUnits({ units: branches, on: day, kinds: ["member"], opened: true });
      return { units, members };
    });
    await close();
    const to = found.units.find(({ shortName }) => shortName === TO);
    codes = {
      from: found.units.find(({ shortName }) => shortName === FROM)?.code ?? "",
      to: to?.code ?? "",
      branch: found.units.find(({ parentId, kind }) => parentId === to?.id && kind === "branch")?.code ?? "",
    };
    people = found.members
      .filter(({ facts }) => (facts["mobile"] ?? "") !== "" && (facts["idNumber"] ?? "") !== "")
      .slice(0, 2)
      .map(({ id }) => id);
  });
  after(async () => {
    await demo.remove();
  });

  const run = (as: string, ...args: readonly string[]): Promise<Ran> =>
    taizhangHere(demo, "transfer", ...args, "--as", demo.account("unit", as), "--json");
  const given = ["--dues", "2020-01", "--reason", "工作调动"];

  it("M12 issues letters, lists them, and the receiver takes the people in", async () => {
    const issued = jsonOf<TransfersAnswer>(
      await run(FROM, "issue", ...people.flatMap((id) => ["--person", id]), "--to", codes["to"] ?? "", ...given),
    );
    assert.deepEqual([issued.done.length, issued.refused], [2, []]);
    const waiting = jsonOf<readonly TransferListed[]>(
      await run(TO, "list", "--unit", codes["to"] ?? "", "--side", "in", "--open", "open"),
    );
    assert.deepEqual(waiting.map(({ personId }) => personId).toSorted(), [...people].toSorted());
    const letters = waiting.flatMap(({ id }) => ["--transfer", id]);
    const received = jsonOf<TransfersAnswer>(await run(TO, "receive", ...letters, "--branch", codes["branch"] ?? ""));
    assert.equal(received.done.length, 2);
  });

  it("M13 prints the introduction letter, and refuses what is not the caller's", async () => {
    const [person = ""] = people;
    const elsewhere = ["--heading", "南方省委组织部", "--finally", "南方大学党委", "--province"];
    const issued = jsonOf<TransfersAnswer>(await run(TO, "issue", "--person", person, ...elsewhere, ...given));
    const letter = issued.done[0]?.transferId ?? assert.fail("no letter");
    const out = demo.file("letter.docx");
    jsonOf(await run(TO, "letter", "--transfer", letter, "--out", out));
    assert.equal((await readFile(out)).subarray(0, 2).toString(), "PK");
    const foreign = await run(FROM, "letter", "--transfer", letter, "--out", out);
    assert.deepEqual(refusalPrinted(foreign).code, "not-found");
    assert.equal((await run(TO, "release", "--transfer", letter)).code, 1);
    assert.equal((await run(TO, "revoke", "--transfer", letter, "--reason", "打印有误")).code, 0);
  });

  it("M12a letters to a committee of the city go out in a workbook, whose days of arrival are the receipts", async () => {
    const [, person = ""] = people;
    const issued = jsonOf<TransfersAnswer>(
      await run(TO, "issue", "--person", person, "--heading", "市卫健委党委", ...given),
    );
    const letter = issued.done[0]?.transferId ?? assert.fail("no letter");
    const out = demo.file("letters.xlsx");
    jsonOf(await run(TO, "workbook", "--transfer", letter, "--out", out, "--reason", "寄往接收党委"));
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(out);
    const today = dayOf(toInstant(Date.now()));
    fillReceipt(book, "市卫健委党委", today);
    await book.xlsx.writeFile(out);
    const received = jsonOf<TransfersAnswer>(await run(TO, "receipts", out));
    assert.deepEqual([received.done.map(({ transferId }) => transferId), received.refused], [[letter], []]);
    const foreign = await run(FROM, "receipts", out);
    assert.equal(foreign.code, 1);
  });

  it("wants its options", async () => {
    assert.equal((await run(FROM, "issue", "--to", "x", ...given)).code, 2);
    assert.equal((await run(FROM, "workbook", "--out", "x", "--reason", "寄出")).code, 2);
    assert.equal((await run(FROM, "list", "--unit", codes["from"] ?? "", "--side", "sideways")).code, 2);
  });
});
