import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { copyFile, readdir, readFile, rename, truncate, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { DatabaseSync } from "node:sqlite";
import { after, before, describe, it } from "mocha";
import type { Finding } from "#service/cli/doctor/finding.ts";
import { DEMO_PASSWORD, demoCopy, type DemoCopy } from "#test/environment/demo-copy.ts";
import { jsonOf, refusalPrinted, serve, taizhangHere, type Place } from "#test/environment/command-line.ts";

interface Health {
  readonly healthy: boolean;
  readonly findings: readonly Finding[];
}

describe("taizhang backup, restore and doctor, beside a service and in a broken world", function () {
  this.timeout(240_000);
  let demo: DemoCopy;
  before(async () => {
    demo = await demoCopy();
  });
  after(async () => {
    await demo.remove();
  });

  const place = (name: string): Place => ({
    db: `sqlite:${demo.file(`${name}.db`)}`,
    environment: { TAIZHANG_DATA: demo.file(`${name}.files`) },
  });
  const verified = async (at: Place) => (await taizhangHere(at, "audit", "verify")).out;
  const codeOf = async (at: Place, ...args: readonly string[]) =>
    refusalPrinted(await taizhangHere(at, ...args, "--json")).code;

  it("backs up while the service runs, refuses to restore and to change keys under it, and restores into a new place with its keys", async () => {
    const service = await serve(demo);
    const backup = demo.file("running.backup");
    try {
      const client = await service.signIn(demo.account("unit", "机关党政办公室支部"), DEMO_PASSWORD);
      await Promise.all([taizhangHere(demo, "backup", backup, "--json").then(jsonOf), client.ask("GET", "/ledgers")]);
      const keys = await readFile(`${demo.dataFolder}/taizhang-keys.json`, "utf8");
      for (const args of [
        ["restore", backup],
        ["keys", "rotate"],
      ]) {
        assert.equal(await codeOf(demo, ...args), "in-use");
        assert.match((await taizhangHere(demo, ...args)).err, /^in-use: .*请先停止/);
      }
      assert.equal(await readFile(`${demo.dataFolder}/taizhang-keys.json`, "utf8"), keys);
      await client.ask("GET", "/ledgers");
    } finally {
      assert.deepEqual(await service.stop(), { code: 0, err: "" });
    }
    const fresh = place("restored");
    assert.equal(await codeOf(fresh, "restore", backup), "keys-missing");
    assert.equal(await codeOf(fresh, "restore", backup, "--keys", demo.file("nowhere")), "ENOENT");
    assert.equal(
      await codeOf(fresh, "restore", `${demo.dataFolder}/anchor`, "--keys", demo.dataFolder),
      "backup-damaged",
    );
    assert.equal(
      existsSync(demo.file("restored.files/taizhang-keys.json")),
      false,
      "keys stay only with what they open",
    );
    jsonOf(await taizhangHere(fresh, "restore", backup, "--keys", demo.dataFolder, "--json"));
    assert.equal(
      await codeOf(fresh, "restore", `${demo.dataFolder}/anchor`, "--keys", demo.dataFolder),
      "backup-damaged",
    );
    assert.equal(existsSync(demo.file("restored.files/taizhang-keys.json")), true, "the same keys are welcome again");
    assert.match(await verified(fresh), /^intact/);
    jsonOf(await taizhangHere(fresh, "keys", "rotate", "--json"));
    assert.match(await verified(fresh), /^intact/);
    const list = await taizhangHere(fresh, "ledger", "list", "--as", demo.account("unit", "机关党总支"));
    assert.equal(list.code, 0, list.err);
    jsonOf(await taizhangHere(fresh, "restore", backup, "--json"));
    assert.match(await verified(fresh), /^intact/);
  });

  it("refuses a backup with one byte changed, and leaves everything as it was", async () => {
    const backup = demo.file("bad.backup");
    jsonOf(await taizhangHere(demo, "backup", backup, "--json"));
    const bytes = await readFile(backup);
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
    await writeFile(backup, bytes);
    const before = await verified(demo);
    assert.equal(await codeOf(demo, "restore", backup), "backup-damaged");
    assert.equal(await verified(demo), before);
    assert.deepEqual(
      (await readdir(demo.folder)).filter((name) => /^taizhang\.db\.before|^\.restore/.test(name)),
      [],
    );
  });

  describe("the doctor", () => {
    const sick = async (at: Place): Promise<Readonly<Record<string, string>>> => {
      const { out, code } = await taizhangHere(at, "doctor", "--json");
      const { healthy, findings } = JSON.parse(out) as Health;
      assert.equal(code, healthy ? 0 : 1);
      const unwell = findings.filter(
        (finding) => !finding.healthy && finding.what !== "page" && finding.what !== "disk",
      );
      return Object.fromEntries(unwell.map(({ what, says }) => [what, says]));
    };
    const onPort = (at: Place, port: string): Place => ({
      db: at.db,
      environment: { ...at.environment, TAIZHANG_PORT: port },
    });
    const keys = (): string => `${demo.dataFolder}/taizhang-keys.json`;

    it("finds nothing where nothing is wrong, and makes nothing where nothing is", async () => {
      assert.deepEqual(await sick(onPort(demo, "0")), {});
      assert.deepEqual(await sick(onPort(place("nothing"), "0")), {});
      assert.deepEqual(
        (await readdir(demo.folder)).filter((name) => name.startsWith("nothing")),
        [],
      );
    });

    it("knows missing and wrong keys, and no command makes new ones beside an old database", async () => {
      await rename(keys(), `${keys()}.away`);
      const missing = await sick(onPort(demo, "0"));
      assert.deepEqual(Object.keys(missing), ["store", "keys"]);
      assert.match(missing["store"] ?? "", /keys-missing/);
      for (const args of [["audit", "verify"], ["serve", "--port", "0"], ["demo"], ["keys", "rotate"]])
        assert.equal(await codeOf(demo, ...args), "keys-missing", args.join(" "));
      assert.equal(existsSync(keys()), false);
      await copyFile(demo.file("restored.files/taizhang-keys.json"), keys());
      const ring = JSON.parse(await readFile(keys(), "utf8")) as { readonly keys: readonly object[] };
      const secret = Buffer.alloc(32).toString("base64");
      await writeFile(keys(), JSON.stringify({ ...ring, keys: ring.keys.map((key) => ({ ...key, secret })) }));
      assert.match((await sick(onPort(demo, "0")))["store"] ?? "", /wrong-key/);
      await writeFile(keys(), "{");
      assert.match((await sick(onPort(demo, "0")))["store"] ?? "", /key-file-damaged/);
      await rename(`${keys()}.away`, keys());
      assert.deepEqual(await sick(onPort(demo, "0")), {});
    });

    it("tells whether the port is taken by the service, by another program, or cannot be had", async () => {
      const stranger = createServer((socket) => socket.destroy()).listen(0, "127.0.0.1");
      await once(stranger, "listening");
      const taken = onPort(demo, String((stranger.address() as AddressInfo).port));
      assert.match((await sick(taken))["port"] ?? "", /另|其他程序|another program/);
      assert.equal(await codeOf(taken, "serve"), "EADDRINUSE");
      stranger.close();
      const service = await serve(demo);
      assert.deepEqual(await sick(onPort(demo, new URL(service.url).port)), {});
      await service.stop();
      const elsewhere = {
        db: demo.db,
        environment: { ...demo.environment, TAIZHANG_HOST: "192.0.2.1", TAIZHANG_PORT: "0" },
      };
      assert.match((await sick(elsewhere))["port"] ?? "", /[\u4e00-\u9fff]/);
    });

    it("A15 sees an anchor that is gone, forged, and a tail that was cut", async () => {
      const anchor = `${demo.dataFolder}/anchor`;
      const line = await readFile(anchor, "utf8");
      await rename(anchor, `${anchor}.away`);
      assert.match((await sick(onPort(demo, "0")))["chain"] ?? "", /锚点文件缺失/);
      await writeFile(anchor, line.replace(/^\d+/, "1"));
      assert.match((await sick(onPort(demo, "0")))["chain"] ?? "", /锚点不符/);
      await rename(`${anchor}.away`, anchor);
      change(`delete from audit_entry where number > 5;
        update chain_head set number = 5, hash = (select hash from audit_entry where number = 5)`);
      assert.match((await sick(onPort(demo, "0")))["chain"] ?? "", /末尾被删去/);
      const verdict = await taizhangHere(demo, "audit", "verify");
      assert.deepEqual([verdict.code, verdict.out.startsWith("cut: 5 entries")], [1, true]);
    });

    it("refuses a database of a newer program, and one that is none", async () => {
      change("insert into kysely_migration (name, timestamp) values ('9999-from-the-future', '2099-01-01')");
      assert.match((await sick(onPort(demo, "0")))["store"] ?? "", /newer-database/);
      assert.equal(await codeOf(demo, "serve", "--port", "0"), "newer-database");
      await truncate(demo.file("taizhang.db"), 5_000);
      assert.match((await sick(onPort(demo, "0")))["store"] ?? "", /数据库打不开/);
    });

    function change(text: string): void {
      const database = new DatabaseSync(demo.file("taizhang.db"));
      database.exec(text);
      database.close();
    }
  });
});
