import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { after, before, describe, it } from "mocha";
import { endInterrupted, replaceFolder } from "#service/cli/report/replace-folder.ts";

const FILES = 40;
const CODE = fileURLToPath(new URL("../../../../service/cli/report/replace-folder.ts", import.meta.url));

describe("a folder that is replaced", function () {
  this.timeout(120_000);
  let home = "";
  before(async () => {
    home = await mkdtemp(join(tmpdir(), "taizhang-replace-"));
  });
  after(() => rm(home, { recursive: true, force: true }));

  const isReplaced = (name: string): boolean => name.endsWith(".txt");
  const all = (text: string): ReadonlyMap<string, string> =>
    new Map(Array.from({ length: FILES }, (_, at) => [`table-${String(at)}.txt`, text]));
  const textsIn = async (folder: string): Promise<ReadonlySet<string>> => {
    const names = (await readdir(folder)).filter(isReplaced);
    assert.equal(names.length, FILES);
    return new Set(await Promise.all(names.map((name) => readFile(join(folder, name), "utf8"))));
  };

  it("R1 killed at any moment the form is the old one or the new one, whole, and the next run clears what was left", async () => {
    const folder = join(home, "killed");
    await mkdir(folder);
    await writeFile(join(folder, "notes.md"), "notes");
    await replaceFolder(folder, { texts: all("old"), isReplaced });
    for (const wait of [0, 3, 10, 30]) {
      const child = spawn(process.execPath, ["--input-type=module", "-e", CHILD, CODE, folder], { stdio: "pipe" });
      await once(child.stdout, "data");
      await sleep(wait);
      child.kill("SIGKILL");
      await once(child, "exit");
      await endInterrupted(folder);
      const texts = await textsIn(folder);
      assert.ok(texts.size === 1, [...texts].join(" and "));
      assert.deepEqual(await readdir(home), ["killed"]);
      assert.equal(await readFile(join(folder, "notes.md"), "utf8"), "notes");
    }
    await replaceFolder(folder, { texts: all("last"), isReplaced });
    assert.deepEqual([...(await textsIn(folder))], ["last"]);
  });

  it("R1 between the two renamings the old form waits beside and gets its name back", async () => {
    const folder = join(home, "between");
    await replaceFolder(folder, { texts: all("old"), isReplaced });
    await rename(folder, join(home, ".between.taizhang-going"));
    await mkdir(join(home, ".between.taizhang-coming"));
    await endInterrupted(folder);
    assert.deepEqual([...(await textsIn(folder))], ["old"]);
    assert.deepEqual(
      (await readdir(home)).filter((name) => name.includes("between")),
      ["between"],
    );
  });

  it("R1 an empty folder made there meanwhile is no form: the old one gets its name back", async () => {
    const folder = join(home, "emptied");
    await replaceFolder(folder, { texts: all("old"), isReplaced });
    await rename(folder, join(home, ".emptied.taizhang-going"));
    await mkdir(folder);
    await endInterrupted(folder);
    assert.deepEqual([...(await textsIn(folder))], ["old"]);
    assert.deepEqual(
      (await readdir(home)).filter((name) => name.includes("emptied")),
      ["emptied"],
    );
  });

  it("R1 who may read the form is who might before", async () => {
    const folder = join(home, "private");
    await replaceFolder(folder, { texts: all("old"), isReplaced });
    await chmod(folder, 0o710);
    const { mode } = await stat(folder);
    await replaceFolder(folder, { texts: all("new"), isReplaced });
    assert.equal((await stat(folder)).mode, mode);
    assert.deepEqual([...(await textsIn(folder))], ["new"]);
  });

  it("R1 what is no file of the form stays: folders in folders, links and files that are only read", async () => {
    const folder = join(home, "beside");
    await mkdir(join(folder, "notes", "older"), { recursive: true });
    await writeFile(join(folder, "notes", "older", "one.md"), "one", { mode: 0o400 });
    await symlink(join(folder, "notes"), join(folder, "link"), "junction");
    await replaceFolder(folder, { texts: all("new"), isReplaced });
    assert.deepEqual([...(await textsIn(folder))], ["new"]);
    for (const way of ["notes", "link"])
      assert.equal(await readFile(join(folder, way, "older", "one.md"), "utf8"), "one");
  });

  it("R1 what cannot be written leaves the old form and nothing beside it", async () => {
    const folder = join(home, "failing");
    await replaceFolder(folder, { texts: all("old"), isReplaced });
    const texts = new Map([...all("new"), ["no/such/place.txt", "new"]]);
    await assert.rejects(replaceFolder(folder, { texts, isReplaced }), { code: "ENOENT" });
    assert.deepEqual([...(await textsIn(folder))], ["old"]);
    assert.deepEqual(
      (await readdir(home)).filter((name) => name.includes("failing")),
      ["failing"],
    );
  });
});

/** Says that it begins, and replaces until it is killed. */
const CHILD = `
  const [code, folder] = process.argv.slice(1);
  const { replaceFolder } = await import(code);
  const isReplaced = (name) => name.endsWith(".txt");
  console.log("begins");
  for (let round = 0; ; round += 1) {
    const texts = new Map(Array.from({ length: ${FILES} }, (_, at) => ["table-" + at + ".txt", "new " + round]));
    await replaceFolder(folder, { texts, isReplaced });
  }
`;
