/**
 * A disk that fills up, played by a limit on the size of any one file, which needs no disk and no rights: writing beyond it
 * fails. Only on SQLite, whose files are the service's own.
 */
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import type { PushAnswer, PushRequest } from "#core/protocol/push.ts";
import type { LedgerView } from "#core/sheet/ledger/ledger-view.ts";
import { serve, taizhangHere } from "#test/environment/command-line.ts";
import { DEMO_PASSWORD, DEMO_YEAR, demoCopy, type DemoCopy } from "#test/environment/demo-copy.ts";
import { refusalOf, type Answer, type HttpClient } from "#test/environment/http-client.ts";

const LEDGER = `ledger-template-1-${DEMO_YEAR}-unit-0101`;
const ROOM = 768 * 1024;

describe("a full disk", function () {
  this.timeout(240_000);
  let demo: DemoCopy;
  before(async () => {
    demo = await demoCopy();
  });
  after(async () => {
    await demo.remove();
  });

  it("refuses what does not fit with disk-full, keeps all it acknowledged, lives on, and goes on when there is room again", async () => {
    const owner = demo.account("unit", "机关党政办公室支部");
    const stored = async (): Promise<number> =>
      (await readdir(join(demo.dataFolder, "evidence"), { recursive: true })).length;
    const files = await stored();
    const narrow = await serve({ db: demo.db, environment: demo.environment, mostFileBytes: ROOM });
    const client = await narrow.signIn(owner, DEMO_PASSWORD);
    const start = await open(client);

    assert.equal(refusalOf(await upload(client, start, ROOM + 4_096)).code, "disk-full");
    assert.equal(await stored(), files, "bytes of a refused upload stayed");

    const { acknowledged, refused } = await pushUntilFull(client);
    assert.ok(acknowledged > 0);
    const after = await open(client);
    assert.equal(responsibleOf(after), `${String(acknowledged)} ${"员".repeat(900)}`, "a refused push left something");
    assert.equal((await client.call("GET", "/health")).status, 200);
    await narrow.stop();

    assert.match((await taizhangHere(demo, "audit", "verify")).out, /^intact/);
    const wide = await serve(demo);
    try {
      const again = await wide.signIn(owner, DEMO_PASSWORD);
      assert.deepEqual(await open(again), after);
      const { outcomes } = await again.ask<PushAnswer>("POST", `/ledgers/${LEDGER}/push`, refused);
      assert.deepEqual(new Set(outcomes.map(({ result }) => result)), new Set(["accepted"]));
      assert.equal((await upload(again, after, ROOM + 4_096)).status, 201);
    } finally {
      await wide.stop();
    }
    assert.match((await taizhangHere(demo, "audit", "verify")).out, /^intact/);
  });
});

/** Without what only tells when and at which change it was looked at. */
async function open(client: HttpClient): Promise<LedgerView> {
  const view = await client.ask<LedgerView>("GET", `/ledgers/${LEDGER}`);
  return { ...view, issue: { ...view.issue, change: 0, issuedAt: "" } };
}

/** Long texts, so that the journal is full after a few pushes. */
async function pushUntilFull(
  client: HttpClient,
): Promise<{ readonly acknowledged: number; readonly refused: PushRequest }> {
  for (let acknowledged = 0; acknowledged < 100; acknowledged += 1) {
    const request = rewording(await open(client), `${String(acknowledged + 1)} ${"员".repeat(900)}`);
    const answer = await client.call("POST", `/ledgers/${LEDGER}/push`, { body: request });
    if (answer.status === 200) continue;
    assert.deepEqual([answer.status, refusalOf(answer).code], [507, "disk-full"]);
    return { acknowledged, refused: request };
  }
  return assert.fail("the limit was never reached");
}

function rewording(view: LedgerView, text: string): PushRequest {
  const edits = view.items.map((item) => ({
    record: `ledger:${LEDGER}/${item.key}`,
    field: "text.responsible",
    baseRevision: item.texts.find(({ column }) => column === "responsible")?.revision ?? 0,
    value: text,
  }));
  return { key: `full-${randomBytes(8).toString("hex")}`, edits };
}

function responsibleOf({ items }: LedgerView): string | undefined {
  const texts = new Set(items.map((item) => item.texts.find(({ column }) => column === "responsible")?.text));
  return texts.size === 1 ? [...texts][0] : assert.fail("a push was half applied");
}

async function upload(client: HttpClient, view: LedgerView, bytes: number): Promise<Answer> {
  const item = view.items.find(({ state }) => state.entries.every(({ status }) => status === "own"));
  const headers = { "X-File-Name": encodeURIComponent("会议记录.txt") };
  const content = new TextEncoder().encode("a".repeat(bytes));
  return await client.call("POST", `/ledgers/${LEDGER}/items/${item?.key ?? ""}/evidence`, { bytes: content, headers });
}
