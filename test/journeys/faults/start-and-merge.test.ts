import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { after, before, describe, it } from "mocha";
import { openVault } from "#service/crypto/open-vault.ts";
import { demoCopy, type DemoCopy } from "#test/environment/demo-copy.ts";
import { taizhang, type Place } from "#test/environment/command-line.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";
import { journeyTemplate } from "#test/journeys/journey-template.ts";
import { codeOf, deskOf, openStages, publishTemplate, type LedgerDesk } from "#test/journeys/ledger-desk.ts";

for (const engine of ["sqlite", "postgres"] as const) {
  describe(`a start with the keys of another house, on ${engine}`, function () {
    this.timeout(240_000);
    let demo: DemoCopy;
    before(async () => {
      demo = await demoCopy(engine);
    });
    after(() => demo.remove());

    it("A12 is refused with its reason, writes nothing and makes no new keys", async () => {
      const folder = demo.file("other.files");
      await mkdir(folder);
      await openVault(folder);
      const keys = await readdir(folder);
      const before = await stateOf(demo);
      const place: Place = { db: demo.db, environment: { TAIZHANG_DATA: folder } };
      const ran = await taizhang(place, "serve", "--port", "0", "--json");
      assert.notEqual(ran.code, 0);
      assert.match(ran.out + ran.err, /wrong-key/);
      assert.deepEqual(await stateOf(demo), before);
      assert.deepEqual(await readdir(folder), keys, "something was written beside the wrong keys");
    });
  });
}

/** Bytes of the file, or on PostgreSQL the head of the chain, which every change moves. */
async function stateOf(demo: DemoCopy): Promise<unknown> {
  if (demo.db.startsWith("sqlite:"))
    return createHash("sha256")
      .update(await readFile(demo.file("taizhang.db")))
      .digest("hex");
  return await demo.behind(({ store }) => store.read((tx) => tx.audit.head()));
}

describe("a unit that is merged while its ledger is open on a desk", function () {
  this.timeout(240_000);
  let service: TestService;
  let owner: LedgerDesk;
  let ledger: string;

  before(async () => {
    service = await startTestService();
    const template = await publishTemplate(service, journeyTemplate({ level: "branch" }));
    await openStages(service, { level: "branch" });
    owner = await deskOf(service, "b12");
    ledger = await owner.copyNew(template);
    await owner.attach(ledger, "q1", { name: "记录.txt", text: "会议记录" });
  });
  after(() => service.close());

  it("M18 W3 W4 the push that comes too late is refused with where to turn, the desk keeps what it typed, nothing stored is lost", async () => {
    const typed = await owner.scoreEdit(ledger, "q1", 8);
    const earlier = await owner.pushOne(ledger, { ...typed, value: 7 });
    assert.equal(earlier.result, "accepted");
    const superior = await service.signIn("c");
    const merge = { on: "2026-06-01", reason: "机构调整", unitId: unitIdOf("b12") };
    await superior.ask("POST", "/records/unit-changes", {
      ...merge,
      change: { kind: "merge", intoId: unitIdOf("b11") },
    });

    const late = await owner.client.call("POST", `/ledgers/${ledger}/push`, {
      body: { key: "typed before the merger", edits: [{ ...typed, baseRevision: typed.baseRevision + 1 }] },
    });
    assert.equal(codeOf(late), "session-over", "the merged unit's account has ended");
    const heir = await deskOf(service, "b11");
    assert.equal((await heir.item(ledger, "q1")).revision, typed.baseRevision + 1);
    assert.equal((await heir.evidence(ledger, "q1")).length, 1);
    const again = await heir.score(ledger, "q1", 8);
    assert.equal(again.result, "accepted", "what was typed is sent again from the unit that took over");
  });
});
