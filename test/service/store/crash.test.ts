import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, it } from "mocha";
import { toId, type LedgerId } from "#core/kernel/ids.ts";
import { openVault } from "#service/crypto/open-vault.ts";
import { fileAnchor } from "#service/store/chain-anchor.ts";
import { openStore } from "#service/store/open-store.ts";
import type { Store } from "#service/ports/store.ts";
import { saveSmallWorld } from "#test/builders/record-world.ts";
import { freshDatabase } from "#test/environment/postgres.ts";

const PHONE = "13912345678";
const LED_1 = toId<LedgerId>("led_1");

/** Lets a process write until it has acknowledged `most` pushes, and kills it in the middle of the next. */
async function pushUntilKilled(folder: string, address: string, round: number): Promise<readonly string[]> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, "pushing-process.ts"), folder, address, String(round)],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const acknowledged: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line);
    // Not always at the same step of a transaction.
    if (acknowledged.length === 30) setTimeout(() => child.kill("SIGKILL"), round * 2);
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  assert.equal(child.signalCode, "SIGKILL");
  return acknowledged;
}

async function assertWhole(store: Store, acknowledged: readonly string[]): Promise<void> {
  await store.read(async (tx) => {
    const items = new Set((await tx.ledgers.items(LED_1)).map(({ state }) => String(state.key)));
    const firsts = [...items].filter((item) => !item.endsWith("b"));
    for (const item of acknowledged) assert.ok(items.has(item), `${item} was acknowledged and is gone`);
    for (const item of firsts) {
      assert.ok(items.has(`${item}b`), `${item} is half there`);
      assert.equal((await tx.ledgers.history(item)).length, 1);
      assert.equal((await tx.audit.entries({ most: 5, record: item })).length, 1);
    }
    assert.equal((await tx.audit.head()).number, firsts.length);
  });
  assert.equal((await store.verifyChain()).code, "intact");
}

async function filesWith(folder: string, text: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const bytes = await readFile(join(entry.parentPath, entry.name));
    if (bytes.includes(text) || bytes.includes(Buffer.from(text, "utf16le"))) found.push(entry.name);
  }
  return found;
}

const engines: readonly (readonly [string, (folder: string) => Promise<string>])[] = [
  ["SQLite", async (folder) => `sqlite:${join(folder, "taizhang.db")}`],
  ["PostgreSQL", () => freshDatabase()],
];

describe("a service that is killed in the middle of writing", function () {
  this.timeout(240_000);
  for (const [name, addressIn] of engines) {
    it(`A15 on ${name}: nothing acknowledged is lost, nothing is half there, the chain verifies, no phone number on disk`, async () => {
      const folder = await mkdtemp(join(tmpdir(), "taizhang-crash-"));
      const address = await addressIn(folder);
      const vault = await openVault(join(folder, "keys"));
      const surroundings = { vault, anchor: fileAnchor(join(folder, "anchor"), vault) };
      const first = await openStore(address, surroundings);
      await saveSmallWorld(first);
      await first.close();
      const acknowledged: string[] = [];
      for (let round = 0; round < 3; round += 1) {
        acknowledged.push(...(await pushUntilKilled(folder, address, round)));
        assert.deepEqual(await filesWith(folder, PHONE), []);
        const store = await openStore(address, surroundings);
        await assertWhole(store, acknowledged);
        await store.close();
      }
      assert.deepEqual(await filesWith(folder, PHONE), []);
      assert.ok((await filesWith(folder, "acc_1")).length > 0 || name !== "SQLite", "the scan finds what is there");
      await rm(folder, { recursive: true, force: true });
    });
  }

  it("starts twice at once on an empty database without either failing", async () => {
    const folder = await mkdtemp(join(tmpdir(), "taizhang-twice-"));
    const script = `
      const [folder, address] = process.argv.slice(1);
      const { openVault } = await import("#service/crypto/open-vault.ts");
      const { fileAnchor } = await import("#service/store/chain-anchor.ts");
      const { openStore } = await import("#service/store/open-store.ts");
      const vault = await openVault(folder + "/keys");
      const store = await openStore(address, { vault, anchor: fileAnchor(folder + "/anchor", vault) });
      process.stdout.write(await store.read((tx) => tx.organisation.serviceId()));
      await store.close();`;
    for (const address of [`sqlite:${join(folder, "taizhang.db")}`, await freshDatabase()]) {
      const ids = await Promise.all(
        [1, 2, 3].map(async () => {
          const child = spawn(process.execPath, ["--input-type=module", "--eval", script, folder, address], {
            stdio: ["ignore", "pipe", "inherit"],
          });
          let answer = "";
          child.stdout.setEncoding("utf8").on("data", (text: string) => (answer += text));
          await once(child, "close");
          return answer;
        }),
      );
      assert.match(ids[0] ?? "", /^[0-9a-f-]{36}$/);
      assert.deepEqual(new Set(ids).size, 1);
    }
    await rm(folder, { recursive: true, force: true });
  });
});
