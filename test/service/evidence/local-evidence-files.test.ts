import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, open, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import { toInstant } from "#core/kernel/instant.ts";
import { localEvidenceFiles, type EvidenceFolder } from "#service/evidence/local-evidence-files.ts";
import type { EvidenceFiles } from "#service/ports/evidence-files.ts";
import { evidenceBytes, zipOf } from "#test/builders/evidence-bytes.ts";

const clock = { now: () => toInstant(Date.now()) };
let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "taizhang-evidence-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function* chunks(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function receive(
  fileName: string,
  bytes: Uint8Array,
  options: Partial<EvidenceFolder> = {},
): ReturnType<EvidenceFiles["receive"]> {
  const files = await localEvidenceFiles({ folder, clock, ...options });
  return await files.receive({ fileName, content: chunks(bytes), mostBytes: 1_000_000 });
}

async function storedFiles(): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

async function refusalOf(fileName: string, bytes: Uint8Array): Promise<string> {
  const received = await receive(fileName, bytes);
  assert.deepEqual(await storedFiles(), received.ok ? [received.value.storedAs] : []);
  return received.ok ? received.value.mediaType : received.refusal.code;
}

describe("evidence on a disk", () => {
  it("L5 gives back the bytes it took, with their hash and size", async () => {
    const bytes = Buffer.concat([evidenceBytes.png(), Buffer.alloc(300_000, 7)]);
    const received = await receive("照片.png", bytes);
    assert.ok(received.ok);
    const { storedAs, ...facts } = received.value;
    assert.deepEqual(facts, {
      mediaType: "image/png",
      bytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    });
    const files = await localEvidenceFiles({ folder, clock });
    const back: Uint8Array[] = [];
    for await (const chunk of files.open(storedAs)) back.push(chunk);
    assert.ok(Buffer.concat(back).equals(bytes));
  });

  it("stores under a random name that only the owner of the process reads, in one of 256 folders", async () => {
    const received = await receive("总结.pdf", evidenceBytes.pdf());
    assert.ok(received.ok);
    const { storedAs } = received.value;
    assert.match(storedAs, /^[0-9a-f]{32}$/);
    assert.equal((await stat(join(folder, storedAs.slice(0, 2), storedAs))).mode & 0o777, 0o600);
  });

  it("throws where bytes that were promised are missing", async () => {
    const files = await localEvidenceFiles({ folder, clock });
    await assert.rejects(async () => {
      for await (const chunk of files.open("0".repeat(32))) assert.fail(`${chunk.length} bytes of nothing`);
    }, /ENOENT/);
  });

  it("takes no name but its own into a path", async () => {
    const files = await localEvidenceFiles({ folder, clock });
    await assert.rejects(files.remove("../../etc/passwd"), /not a stored name/);
    assert.throws(() => files.open("..%2fkeys"), /not a stored name/);
  });

  it("removes, and removing twice is no error", async () => {
    const received = await receive("a.gif", evidenceBytes.gif());
    assert.ok(received.ok);
    const files = await localEvidenceFiles({ folder, clock });
    await files.remove(received.value.storedAs);
    await files.remove(received.value.storedAs);
    assert.deepEqual(await storedFiles(), []);
  });
});

describe("the real type of a file", () => {
  const b = evidenceBytes;
  const openXml = "application/vnd.openxmlformats-officedocument";
  const cases: readonly (readonly [name: string, bytes: Uint8Array, answer: string])[] = [
    ["a.pdf", b.pdf(), "application/pdf"],
    ["a.PNG", b.png(), "image/png"],
    ["a.jpg", b.jpeg(), "image/jpeg"],
    ["a.jpeg", b.jpeg(), "image/jpeg"],
    ["a.gif", b.gif(), "image/gif"],
    ["a.webp", b.webp(), "image/webp"],
    ["a.bmp", b.bmp(), "image/bmp"],
    ["a.mp4", b.mp4(), "video/mp4"],
    ["a.zip", b.zip(), "application/zip"],
    ["a.docx", b.docx(), `${openXml}.wordprocessingml.document`],
    ["a.xlsx", b.xlsx(), `${openXml}.spreadsheetml.sheet`],
    ["a.pptx", b.pptx(), `${openXml}.presentationml.presentation`],
    ["a.doc", b.doc(), "application/msword"],
    ["a.xls", b.xls(), "application/vnd.ms-excel"],
    ["a.ppt", b.ppt(), "application/vnd.ms-powerpoint"],
    ["a.txt", Buffer.from("支部大会记录\r\n"), "text/plain; charset=utf-8"],
    ["a.csv", Buffer.from("\ufeff姓名,分值\n"), "text/csv; charset=utf-8"],
    ["a.txt", Buffer.from("d6a7b2bfb4f3bbe1", "hex"), "text/plain; charset=gb18030"],
    ["a.txt", Buffer.from("\ufeff支部", "utf16le"), "text/plain; charset=utf-16"],
    ["a.txt", Buffer.from("BM is how this text begins, and it is no bitmap"), "text/plain; charset=utf-8"],
    ["a.txt", Buffer.from("tags such as <html> may be written about"), "text/plain; charset=utf-8"],
    ["a.txt", Buffer.from("汉字".repeat(30_000)), "text/plain; charset=utf-8"],
    ["a.jpg", b.png(), "file-type-mismatch"],
    ["a.pdf", b.docx(), "file-type-mismatch"],
    ["a.docx", b.zip(), "file-type-mismatch"],
    ["a.xls", b.xlsx(), "file-type-mismatch"],
    ["a.png", Buffer.from("just text"), "file-type-mismatch"],
    ["a.doc", b.msi(), "file-type-not-allowed"],
    ["a.exe", b.exe(), "file-type-not-allowed"],
    ["a.pdf", b.exe(), "file-type-not-allowed"],
    ["a.pdf.exe", b.pdf(), "file-type-not-allowed"],
    ["a", b.elf(), "file-type-not-allowed"],
    ["a.docm", b.docm(), "file-type-not-allowed"],
    ["a.docx", b.docm(), "file-type-not-allowed"],
    ["a.zip", zipOf(["readme.txt", "setup/run.EXE"]), "file-type-not-allowed"],
    ["a.zip", zipOf(["META-INF/MANIFEST.MF", "A.class"]), "file-type-not-allowed"],
    ["a.zip", b.zip().subarray(0, 40), "file-type-not-allowed"],
    ["a.rar", b.rar(), "file-type-not-allowed"],
    ["a.jpg", b.heic(), "file-type-not-allowed"],
    ["a.txt", b.shortcut(), "file-type-not-allowed"],
    ["a.html", Buffer.from("<html></html>"), "file-type-not-allowed"],
    ["a.txt", Buffer.from("<!DOCTYPE html><script>alert(1)</script>"), "file-type-not-allowed"],
    ["a.xls", Buffer.from("<html><table><tr><td>导出</td></tr></table>"), "file-type-not-allowed"],
    ["a.txt", Buffer.from("#!/bin/sh\nrm -rf /\n"), "file-type-not-allowed"],
    ["a.svg", Buffer.from("<svg/>"), "file-type-not-allowed"],
    ["a.txt", Buffer.from("\ufeff<?xml version='1.0'?>\n<!-- x -->\n<svg onload='x()'/>"), "file-type-not-allowed"],
    ["a.txt", Buffer.from("text with \u0000 in it"), "file-type-not-allowed"],
    ["a.txt", Buffer.from("ff00ff00ff", "hex"), "file-type-not-allowed"],
    ["a.pdf\u0000.exe", b.pdf(), "file-type-not-allowed"],
    ["empty.txt", Buffer.alloc(0), "file-empty"],
  ];
  for (const [name, bytes, answer] of cases) {
    it(`L5 ${JSON.stringify(name)} with ${JSON.stringify(bytes.subarray(0, 12).toString())}: ${answer}`, async () => {
      assert.equal(await refusalOf(name, bytes), answer);
    });
  }

  it("L5 says what it found, under the name as it will be shown", async () => {
    const received = await receive("C:\\tmp\\\u202E总结.pdf", evidenceBytes.exe());
    assert.deepEqual(received, {
      ok: false,
      refusal: { code: "file-type-not-allowed", found: "program", name: "总结.pdf" },
    });
  });
});

describe("uploads that fail", () => {
  it("L5 stops reading at the size limit and keeps nothing", async () => {
    let taken = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        taken += 1;
        yield Buffer.alloc(1000, "a");
      }
    }
    const files = await localEvidenceFiles({ folder, clock });
    const received = await files.receive({ fileName: "a.txt", content: endless(), mostBytes: 10_000 });
    assert.deepEqual(received, { ok: false, refusal: { code: "file-too-big", mostBytes: 10_000 } });
    assert.equal(taken, 11);
    assert.deepEqual(await storedFiles(), []);
  });

  it("L5 keeps nothing of an upload that broke off", async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield evidenceBytes.pdf();
      throw new Error("ECONNRESET");
    }
    const files = await localEvidenceFiles({ folder, clock });
    const received = await files.receive({ fileName: "a.pdf", content: broken(), mostBytes: 10_000 });
    assert.deepEqual(received, { ok: false, refusal: { code: "upload-interrupted" } });
    assert.deepEqual(await storedFiles(), []);
  });

  it("L5 a full disk is a refusal and leaves nothing", async () => {
    // Linux has a file on which every write meets a full disk.
    const received = await receive("a.pdf", evidenceBytes.pdf(), { openNew: () => open("/dev/full", "r+") });
    assert.deepEqual(received, { ok: false, refusal: { code: "disk-full" } });
    assert.deepEqual(await storedFiles(), []);
  });

  it("sweeps bytes without a record that are older than an hour, and only those", async () => {
    const files = await localEvidenceFiles({ folder, clock });
    const store = async (name: string): Promise<string> => {
      const received = await receive(name, evidenceBytes.pdf());
      return received.ok ? received.value.storedAs : assert.fail();
    };
    const [known, orphan, young] = [await store("a.pdf"), await store("b.pdf"), await store("c.pdf")];
    const abandoned = "f".repeat(32);
    await writeFile(join(folder, "incoming", abandoned), "half");
    const old = new Date(Date.now() - 3_700_000);
    for (const name of [known, orphan]) await utimes(join(folder, name.slice(0, 2), name), old, old);
    await utimes(join(folder, "incoming", abandoned), old, old);
    assert.equal(await files.sweep(new Set([known])), 2);
    assert.deepEqual((await storedFiles()).toSorted(), [known, young].toSorted());
    assert.ok(await readFile(join(folder, known.slice(0, 2), known)));
  });
});
