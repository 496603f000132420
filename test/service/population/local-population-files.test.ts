import assert from "node:assert/strict";
import { chmod, mkdtemp, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import { systemRandomness } from "#service/crypto/random.ts";
import { deflatePacking } from "#service/population/deflate-packing.ts";
import { localPopulationFiles } from "#service/population/local-population-files.ts";

describe("files of populations", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "taizhang-population-"));
  });
  afterEach(async () => {
    await chmod(folder, 0o700);
    await rm(folder, { recursive: true, force: true });
  });

  it("R10 a file is written whole under its name, for the service's user alone, and read again", async () => {
    const files = localPopulationFiles(join(folder, "population"), systemRandomness);
    assert.equal(await files.load("2017 2026-12-31"), undefined);
    assert.equal(await files.save("2017 2026-12-31", Uint8Array.of(1, 2, 3)), true);
    assert.equal(await files.save("2017 2026-12-31", Uint8Array.of(4, 5)), true);
    assert.deepEqual(Uint8Array.from((await files.load("2017 2026-12-31")) ?? []), Uint8Array.of(4, 5));
    const names = await readdir(join(folder, "population"));
    assert.deepEqual(names, ["2017_2026-12-31.bin"]);
    assert.equal((await stat(join(folder, "population", names[0] ?? ""))).mode & 0o777, 0o600);
  });

  it("R10 only the newest few stay, and no name leads out of the folder", async () => {
    const files = localPopulationFiles(join(folder, "population"), systemRandomness);
    for (let day = 1; day <= 9; day += 1) await files.save(`2017 2026-01-0${day}`, Uint8Array.of(day));
    await files.save("../../elsewhere", Uint8Array.of(1));
    assert.equal((await readdir(join(folder, "population"))).length, 6);
    assert.deepEqual(await readdir(folder), ["population"]);
  });

  it("R10 what a killed process left half written goes with the next one that is whole", async () => {
    const files = localPopulationFiles(folder, systemRandomness);
    const [left, begun] = [join(folder, "2017.bin.new_left"), join(folder, "2017.bin.new_begun")];
    await writeFile(left, "half");
    await writeFile(begun, "another process is at it");
    const hoursAgo = Date.now() / 1000 - 2 * 60 * 60;
    await utimes(left, hoursAgo, hoursAgo);
    await files.save("2017", Uint8Array.of(1));
    assert.deepEqual((await readdir(folder)).toSorted(), ["2017.bin", "2017.bin.new_begun"]);
  });

  it("R10 a place where nothing can be written is no failure", async () => {
    await writeFile(join(folder, "population"), "a file in its way");
    const files = localPopulationFiles(join(folder, "population"), systemRandomness);
    assert.equal(await files.save("2017", Uint8Array.of(1)), false);
    assert.equal(await files.load("2017"), undefined);
  });

  it("R8 packed bytes come back as they were; others are refused", async () => {
    const bytes = Uint8Array.from({ length: 10_000 }, (_, at) => at % 7);
    const packed = await deflatePacking.pack(bytes);
    assert.ok(packed.length < 1_000);
    assert.deepEqual(Uint8Array.from(await deflatePacking.unpack(packed)), bytes);
    await assert.rejects(deflatePacking.unpack(bytes));
  });
});
