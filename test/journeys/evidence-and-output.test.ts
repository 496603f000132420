import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { after, before, describe, it } from "mocha";
import { shownTime } from "#core/kernel/instant.ts";
import type { TemplateView } from "#core/protocol/templates.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";
import { journeyTemplate } from "./journey-template.ts";
import { A_REASON, codeOf, deskOf, openStages, publishTemplate, type LedgerDesk } from "./ledger-desk.ts";

const FOR = `reason=${encodeURIComponent("年底归档")}`;
const A_PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

describe("evidence and what leaves the service", function () {
  this.timeout(240_000);
  let service: TestService;
  let template: TemplateView;
  let owner: LedgerDesk;
  let peer: LedgerDesk;
  let ledger: string;

  before(async () => {
    service = await startTestService({ environment: { TAIZHANG_SECRECY_MARK: "内部" } });
    template = await publishTemplate(service, journeyTemplate());
    await openStages(service, { level: "branch" });
    owner = await deskOf(service, "b11-secretary");
    peer = await deskOf(service, "b12-secretary");
    ledger = await owner.copyNew(template);
  });
  after(async () => {
    await service.close();
  });

  async function attachBytes(item: string, name: string, bytes: Uint8Array<ArrayBuffer>) {
    const headers = { "X-File-Name": encodeURIComponent(name) };
    return await owner.client.call("POST", `/ledgers/${ledger}/items/${item}/evidence`, { bytes, headers });
  }

  async function fetchBytes(
    path: string,
  ): Promise<{ readonly headers: Headers; readonly bytes: Uint8Array<ArrayBuffer> }> {
    const response = await fetch(`${owner.client.url}/api${path}`, {
      headers: { Authorization: `Bearer ${owner.client.token ?? ""}` },
    });
    assert.equal(response.status, 200);
    return { headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) };
  }

  it("L5 a file comes back byte for byte under its Chinese name", async () => {
    assert.equal((await attachBytes("q1", "活动照片（三月）.png", new Uint8Array(A_PIXEL))).status, 201);
    const [file] = await peer.evidence(ledger, "q1");
    assert.deepEqual(
      [file?.fileName, file?.preview, file?.bytes],
      ["活动照片（三月）.png", "image", A_PIXEL.byteLength],
    );
    const { headers, bytes } = await fetchBytes(`/evidence/${file?.id ?? ""}`);
    assert.deepEqual(Buffer.from(bytes), A_PIXEL);
    assert.match(headers.get("Content-Disposition") ?? "", /^attachment; .*filename\*=UTF-8''%E6%B4%BB/);
    const preview = await fetchBytes(`/evidence/${file?.id ?? ""}/preview`);
    assert.match(preview.headers.get("Content-Disposition") ?? "", /^inline/);
  });

  it("L5 Word and Excel are shown as plain text of the service's own making", async () => {
    const book = await fetchBytes(`/ledgers/${ledger}/output/xlsx?${FOR}`);
    const word = await fetchBytes(`/ledgers/${ledger}/output/docx?${FOR}`);
    await attachBytes("q2", "统计表.xlsx", book.bytes);
    await attachBytes("q2", "总结.docx", word.bytes);
    for (const { id, preview } of await owner.evidence(ledger, "q2")) {
      assert.equal(preview, "html");
      const { headers, bytes } = await fetchBytes(`/evidence/${id}/preview`);
      assert.match(headers.get("Content-Type") ?? "", /^text\/html/);
      const html = strFromU8(bytes);
      assert.match(html, /开展主题党日活动/);
      assert.doesNotMatch(html, /<script|<img|<a /);
    }
  });

  it("L5 what is not what its name says is refused and leaves nothing behind", async () => {
    const before = await owner.item(ledger, "q3");
    const sent = await attachBytes("q3", "照片.png", new Uint8Array(Buffer.from("MZ not a picture")));
    assert.match(codeOf(sent), /^file-type-/);
    assert.equal(codeOf(await attachBytes("q3", "空.txt", new Uint8Array())), "file-empty");
    assert.deepEqual(await owner.item(ledger, "q3"), before);
    assert.deepEqual(await owner.evidence(ledger, "q3"), []);
  });

  it("L5 an upload without a readable name, to an unknown item, or by somebody else is refused", async () => {
    const bytes = new TextEncoder().encode("材料");
    const path = `/ledgers/${ledger}/items/q1/evidence`;
    assert.equal(
      codeOf(await owner.client.call("POST", path, { bytes, headers: { "X-File-Name": "%E6%B" } })),
      "bad-request",
    );
    assert.equal(codeOf(await attachBytes("none", "a.txt", bytes)), "unknown-item");
    assert.equal(codeOf(await peer.attach(ledger, "q1", { name: "a.txt", text: "a" })), "forbidden");
  });

  it("L6 several files at once are all counted; deleting the last one empties the score", async () => {
    await Promise.all(
      [1, 2, 3, 4].map((number) => owner.attach(ledger, "q3", { name: "同名.txt", text: `材料 ${number}` })),
    );
    assert.equal((await owner.item(ledger, "q3")).state.evidence, 4);
    for (const { id } of await owner.evidence(ledger, "q3")) await owner.client.ask("DELETE", `/evidence/${id}`);
    const { state, completion } = await owner.item(ledger, "q3");
    assert.deepEqual([state.evidence, state.entries[0]?.score, completion], [0, null, "missing"]);
  });

  it("L6 evidence of a challenged item cannot be deleted", async () => {
    await owner.attach(ledger, "q4", { name: "=HYPERLINK(1).txt", text: "材料" });
    await peer.score(ledger, "q4", [1, A_REASON]);
    const [file] = await owner.evidence(ledger, "q4");
    assert.equal(file?.mayRemove, false);
    assert.equal((await owner.client.refusal("DELETE", `/evidence/${file.id}`)).code, "evidence-bound");
  });

  it("L18 A14 the ZIP holds every file once, Chinese names and all, and an index that runs no formula", async () => {
    service.clock.pass({ minutes: 1 });
    await owner.attach(ledger, "q1", { name: "记录.txt", text: "第一份" });
    service.clock.pass({ minutes: 1 });
    await owner.attach(ledger, "q1", { name: "记录.txt", text: "第二份" });
    const files = unzipSync((await fetchBytes(`/ledgers/${ledger}/output/zip?${FOR}`)).bytes);
    const names = Object.keys(files);
    assert.deepEqual(names.slice(0, 4), [
      "目录.csv",
      "1.1 按期召开支部党员大会/活动照片（三月）.png",
      "1.1 按期召开支部党员大会/记录.txt",
      "1.1 按期召开支部党员大会/记录 (2).txt",
    ]);
    assert.deepEqual(Buffer.from(files[names[1] ?? ""] ?? []), A_PIXEL);
    assert.equal(strFromU8(files[names[3] ?? ""] ?? new Uint8Array()), "第二份");
    const index = strFromU8(files["目录.csv"] ?? new Uint8Array());
    assert.deepEqual([...(files["目录.csv"] ?? []).slice(0, 3)], [0xef, 0xbb, 0xbf]);
    assert.match(index, /"'=HYPERLINK\(1\)\.txt"/);
    assert.ok(index.includes(createHash("sha256").update(A_PIXEL).digest("hex")));
  });

  it("L18 A13 Word: A4, header rows repeated, pictures in the appendix, unit, account, time and secrecy mark on every page", async () => {
    const { headers, bytes } = await fetchBytes(`/ledgers/${ledger}/output/docx?${FOR}`);
    assert.match(headers.get("Content-Disposition") ?? "", /\.docx/);
    const parts = unzipSync(bytes);
    const document = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
    assert.match(document, /<w:tblHeader/);
    assert.match(document, /w:w="16838" w:h="11906" w:orient="landscape"/);
    assert.match(document, /开展主题党日活动/);
    assert.equal(Object.keys(parts).filter((name) => name.startsWith("word/media/")).length, 1);
    const margins = Object.entries(parts).filter(([name]) => /^word\/(?:header|footer)\d+\.xml$/.test(name));
    const texts = margins.map(([, part]) => strFromU8(part)).join("");
    for (const stamped of ["内部", "机关第一党支部", "b11-secretary", shownTime(service.clock.now())])
      assert.ok(texts.includes(stamped), stamped);
  });

  it("A13 A15 every export is in the audit with what was asked, how many records and the file's hash", async () => {
    const { bytes } = await fetchBytes(`/ledgers/${ledger}/output/xlsx?reason=${encodeURIComponent("交上级备案")}`);
    const entries = await service.services.store.read((tx) =>
      tx.audit.entries({ most: 100, record: `ledger:${ledger}` }),
    );
    const entry = entries.find(({ action, why }) => action === "export" && why === "交上级备案");
    const fields = Object.fromEntries((entry?.fields ?? []).map((field) => [field.field, field.new]));
    assert.deepEqual(fields, {
      ...{ format: "xlsx", filter: `ledger ${ledger}`, records: "4" },
      sha256: createHash("sha256").update(bytes).digest("hex"),
    });
  });

  it("L17 L18 a standing leaves as workbook and Word; L16 the fairness report is for leaders", async () => {
    const officer = await deskOf(service, "officer");
    await officer.client.call("GET", "/session");
    const query = `templateId=${template.templateId}&level=branch&year=2026&unitId=${unitIdOf("g1")}`;
    const choices = await officer.client.ask<{ readonly templates: readonly unknown[] }>("GET", "/standings/choices");
    assert.equal(choices.templates.length, 1);
    for (const format of ["xlsx", "docx"]) {
      const answer = await officer.client.call("GET", `/standings/output/${format}?${query}&${FOR}`);
      assert.equal(answer.status, 200, answer.text.slice(0, 200));
      assert.ok(answer.text.startsWith("PK"));
    }
    await peer.rate(ledger, "peer", { l1: 50, l2: 50 });
    const leader = await deskOf(service, "g1-secretary");
    const report = await leader.client.ask<{
      readonly report: { readonly raters: readonly { readonly mean: string }[] };
    }>("GET", `/fairness?${query}`);
    assert.deepEqual(
      report.report.raters.map(({ mean }) => mean),
      ["100.00"],
    );
    assert.equal((await peer.client.refusal("GET", `/fairness?${query}`)).code, "forbidden");
  });
});
