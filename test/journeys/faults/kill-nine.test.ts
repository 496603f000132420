/**
 * kill -9 in the middle of the work: what was acknowledged is there, what was not is there wholly or not at all, a retry
 * with the same key has one effect, and the chain is whole.
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { after, before, describe, it } from "mocha";
import { toId, type LedgerId } from "#core/kernel/ids.ts";
import type { EvidenceListed } from "#core/protocol/ledgers.ts";
import type { PushAnswer, PushRequest } from "#core/protocol/push.ts";
import type { ItemView, LedgerView } from "#core/sheet/ledger/ledger-view.ts";
import { serve, taizhangHere } from "#test/environment/command-line.ts";
import { DEMO_PASSWORD, DEMO_YEAR, demoCopy, type DemoCopy } from "#test/environment/demo-copy.ts";
import type { HttpClient } from "#test/environment/http-client.ts";

const ROUNDS = 2;

/** What one client has sent: all of it, and which of it was acknowledged, with its answer. */
interface Sent {
  readonly ledger: string;
  readonly account: string;
  readonly pushes: PushRequest[];
  readonly answers: Map<string, PushAnswer>;
}

for (const engine of ["sqlite", "postgres"] as const) {
  describe(`kill -9, on ${engine}`, function () {
    this.timeout(240_000);
    let demo: DemoCopy;
    let clients: readonly { readonly ledger: string; readonly account: string }[];

    before(async () => {
      demo = await demoCopy(engine);
      clients = [
        { ledger: `ledger-template-1-${DEMO_YEAR}-unit-0101`, account: demo.account("unit", "机关党政办公室支部") },
        { ledger: `ledger-template-1-${DEMO_YEAR}-unit-0102`, account: demo.account("unit", "机关组织宣传部支部") },
        { ledger: `ledger-template-2-${DEMO_YEAR}-unit-01`, account: demo.account("unit", "机关党总支") },
      ];
    });
    after(async () => {
      await demo.remove();
    });

    const verified = async (): Promise<string> => (await taizhangHere(demo, "audit", "verify")).out;

    it("A15 W3 loses no push that was acknowledged, half applies none, and takes a retry once", async () => {
      const all: Sent[] = clients.map((client) => ({ ...client, pushes: [], answers: new Map<string, PushAnswer>() }));
      for (let round = 0; round < ROUNDS; round += 1) {
        const service = await serve(demo);
        const signedIn = await Promise.all(all.map(({ account }) => service.signIn(account, DEMO_PASSWORD)));
        const before = acknowledgedBy(all);
        const working = Promise.all(
          signedIn.map((client, at) => pushUntilGone(client, all[at]!, `round-${String(round)}`)),
        );
        await until(() => acknowledgedBy(all) > before);
        await wait(200 + 300 * round);
        await service.kill();
        await working;
        assert.match(await verified(), /^intact/);
      }

      const service = await serve(demo);
      try {
        for (const sent of all) await retryEverything(await service.signIn(sent.account, DEMO_PASSWORD), sent);
      } finally {
        await service.stop();
      }
      assert.match(await verified(), /^intact/);
    });

    it("L5 keeps record and bytes of evidence in step when it is killed during uploads", async () => {
      const [client] = clients;
      assert.ok(client);
      const service = await serve(demo);
      const http = await service.signIn(client.account, DEMO_PASSWORD);
      const acknowledged = new Set<string>();
      const uploading = uploadUntilGone(http, client.ledger, acknowledged);
      await until(() => acknowledged.size > 0);
      await wait(200);
      await service.kill();
      await uploading;
      const again = await serve(demo);
      try {
        await everyFileReadable(await again.signIn(client.account, DEMO_PASSWORD), client.ledger, acknowledged);
      } finally {
        await again.stop();
      }
      await recordsHaveBytes(demo);
      assert.match(await verified(), /^intact/);
    });
  });
}

/** A kill proves something only after some answer came, however slow the machine. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(10);
}

function acknowledgedBy(all: readonly Sent[]): number {
  return all.reduce((sum, { answers }) => sum + answers.size, 0);
}

/** Rewords items, several fields to a push, as fast as the service answers; ends when it is gone. */
async function pushUntilGone(client: HttpClient, sent: Sent, round: string): Promise<void> {
  for (let number = 1; ; number += 1) {
    try {
      const view = await client.ask<LedgerView>("GET", `/ledgers/${sent.ledger}`);
      const request = {
        key: `${round}-${String(number)}-${sent.ledger}`,
        edits: rewording(view, `${round}.${String(number)}`),
      };
      sent.pushes.push(request);
      const answer = await client.ask<PushAnswer>("POST", `/ledgers/${sent.ledger}/push`, request);
      sent.answers.set(request.key, answer);
    } catch (error) {
      // fetch reports a service that was killed as a TypeError with its cause.
      if (error instanceof TypeError) return;
      throw error;
    }
  }
}

/** The same text in the responsible person of three items: half applied, they would differ. */
function rewording(view: LedgerView, text: string): PushRequest["edits"] {
  return firstItems(view).map((item) => ({
    record: `ledger:${view.ledgerId}/${item.key}`,
    field: "text.responsible",
    baseRevision: responsible(item).revision,
    value: text,
  }));
}

function firstItems({ items }: LedgerView): readonly ItemView[] {
  return items.toSorted((a, b) => (a.key < b.key ? -1 : 1)).slice(0, 3);
}

function responsible({ texts }: ItemView): { readonly text: string; readonly revision: number } {
  return texts.find(({ column }) => column === "responsible") ?? { text: "", revision: 0 };
}

/** Every push once more, in order: acknowledged ones answer as before, the last may have been lost or kept. */
async function retryEverything(client: HttpClient, sent: Sent): Promise<void> {
  for (const request of sent.pushes) {
    const again = await client.ask<PushAnswer>("POST", `/ledgers/${sent.ledger}/push`, request);
    const first = sent.answers.get(request.key);
    if (first) assert.deepEqual(again, first, request.key);
    else assert.deepEqual(await client.ask("POST", `/ledgers/${sent.ledger}/push`, request), again);
    assert.equal(new Set(again.outcomes.map(({ result }) => result)).size, 1, "a push was half applied");
  }
  const view = await client.ask<LedgerView>("GET", `/ledgers/${sent.ledger}`);
  const texts = firstItems(view).map((item) => responsible(item).text);
  assert.equal(new Set(texts).size, 1, "three fields of one push differ");
  for (const item of firstItems(view)) {
    const record = encodeURIComponent(`ledger:${sent.ledger}/${item.key}`);
    const path = `/ledgers/${sent.ledger}/history?record=${record}&field=text.responsible`;
    const history = await client.ask<readonly { readonly value: string; readonly revision: number }[]>("GET", path);
    assert.equal(history.length, responsible(item).revision, "history and revision disagree");
    assert.equal(history[0]?.value, responsible(item).text);
    assert.equal(new Set(history.map(({ value }) => value)).size, history.length, "a push took effect twice");
  }
}

async function uploadUntilGone(client: HttpClient, ledger: string, acknowledged: Set<string>): Promise<void> {
  const { items } = await client.ask<LedgerView>("GET", `/ledgers/${ledger}`);
  const [item] = items.filter(({ state }) => state.entries.every(({ status }) => status === "own"));
  assert.ok(item);
  for (let number = 1; ; number += 1) {
    const bytes = new TextEncoder().encode(`会议记录 ${String(number)}\n`.repeat(20_000));
    const headers = { "X-File-Name": encodeURIComponent(`会议记录${String(number)}.txt`) };
    try {
      const path = `/ledgers/${ledger}/items/${item.key}/evidence`;
      const answer = await client.call("POST", path, { bytes, headers });
      assert.equal(answer.status, 201, answer.text);
      acknowledged.add((answer.body as { readonly id: string }).id);
    } catch (error) {
      if (error instanceof TypeError) return;
      throw error;
    }
  }
}

async function everyFileReadable(client: HttpClient, ledger: string, acknowledged: ReadonlySet<string>): Promise<void> {
  const { items } = await client.ask<LedgerView>("GET", `/ledgers/${ledger}`);
  const listed: EvidenceListed[] = [];
  for (const { key } of items)
    listed.push(...(await client.ask<readonly EvidenceListed[]>("GET", `/ledgers/${ledger}/items/${key}/evidence`)));
  const ids = new Set(listed.map(({ id }) => id));
  for (const id of acknowledged) assert.ok(ids.has(id), `${id} was acknowledged and is gone`);
  for (const { id, bytes } of listed.filter((each) => acknowledged.has(each.id))) {
    const answer = await client.call("GET", `/evidence/${id}`);
    assert.deepEqual([answer.status, Buffer.byteLength(answer.text)], [200, bytes]);
  }
}

/** Every record has its bytes with their hash; bytes without a record are only what the sweep may take. */
async function recordsHaveBytes(demo: DemoCopy): Promise<void> {
  const folder = join(demo.dataFolder, "evidence");
  const names = new Set((await readdir(folder, { recursive: true })).map((path) => path.split("/").at(-1)));
  await demo.behind(async ({ store, files }) => {
    const records = await store.read(
      async (tx) => await tx.evidence.ofLedger(toId<LedgerId>(`ledger-template-1-${DEMO_YEAR}-unit-0101`)),
    );
    for (const record of records) {
      assert.ok(names.has(record.storedAs), `${record.id} without bytes`);
      const hash = createHash("sha256");
      for await (const chunk of files.open(record.storedAs)) hash.update(chunk);
      assert.equal(hash.digest("hex"), record.sha256);
    }
  });
}
