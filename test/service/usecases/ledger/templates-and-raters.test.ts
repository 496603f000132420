import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { TemplateListed, TemplateView } from "#core/protocol/templates.ts";
import type { HttpClient } from "#test/environment/http-client.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { personIdOf } from "#test/environment/small-organisation.ts";
import { aTemplate } from "#test/builders/ledger-template.ts";
import { journeyTemplate } from "#test/journeys/journey-template.ts";
import { deskOf, openStages, publishTemplate, refusedWith, type LedgerDesk } from "#test/journeys/ledger-desk.ts";

const CLASSES = [
  { code: "self", name: "自评", weight: "0.2" },
  { code: "peer", name: "互评", weight: "0.3" },
  { code: "leader", name: "领导评", weight: "0.4" },
  { code: "teachers", name: "师生代表", weight: "0.1" },
];
const A_REASON = "直属支部没有同级单位可以互评";

describe("templates and who rates", function () {
  this.timeout(240_000);
  let service: TestService;
  let officer: HttpClient;
  let owner: LedgerDesk;

  before(async () => {
    service = await startTestService();
    officer = await service.signIn("officer");
    owner = await deskOf(service, "b11-secretary");
    await openStages(service, { level: "branch" });
    await openStages(service, { level: "general-branch" });
  });
  after(async () => {
    await service.close();
  });

  it("L1 a draft is the publisher's alone; published it is everybody's and never changes", async () => {
    const draft = await officer.ask<TemplateView>("POST", "/templates", {
      body: journeyTemplate({ name: "草稿台账" }),
    });
    const path = `/template-versions/${draft.versionId}`;
    assert.equal((await owner.client.refusal("GET", path)).code, "not-found");
    assert.equal((await owner.client.refusal("POST", "/templates", { shipped: "branch" })).code, "forbidden");
    const second = { baseRevision: draft.revision, body: journeyTemplate({ name: "定稿台账" }) };
    const saved = await officer.ask<TemplateView>("PUT", path, second);
    assert.equal((await officer.refusal("PUT", path, second)).code, "changed-meanwhile");
    assert.deepEqual([saved.revision, saved.body.name, saved.mayEdit], [2, "定稿台账", true]);
    await officer.ask("POST", `${path}/publish`);
    assert.equal((await officer.refusal("PUT", path, { ...second, baseRevision: 3 })).code, "template-published");
    assert.equal((await owner.client.ask<TemplateView>("GET", path)).mayEdit, false);
  });

  it("L1 an edit of a published version is a new version of its lineage; ledgers keep theirs", async () => {
    const first = await publishTemplate(service, journeyTemplate({ name: "改版台账" }));
    const ledger = await owner.copyNew(first);
    const revised = await officer.ask<TemplateView>("POST", `/template-versions/${first.versionId}/revise`);
    assert.deepEqual([revised.templateId, revised.version, revised.state], [first.templateId, 2, "draft"]);
    await officer.ask("PUT", `/template-versions/${revised.versionId}`, {
      baseRevision: revised.revision,
      body: aTemplate({
        name: "改版台账",
        qualitative: [],
        policy: { quantitativeWeight: "1", qualitativeWeight: "0" },
      }),
    });
    await officer.ask("POST", `/template-versions/${revised.versionId}/publish`);
    assert.equal((await owner.open(ledger)).template.sections.length, 2);
    const listed = await owner.client.ask<readonly TemplateListed[]>(
      "GET",
      `/templates?search=${encodeURIComponent("改版")}`,
    );
    assert.deepEqual(
      listed.map(({ version, mayCopy, ownLedgerId }) => [version, mayCopy, ownLedgerId]),
      [[2, false, ledger]],
    );
  });

  it("L12 a body that breaks the rules is refused with every problem and its place", async () => {
    const body = aTemplate({ policy: { quantitativeWeight: "0.7", qualitativeWeight: "0.2999" }, year: 1800 });
    const refusal = await officer.refusal("POST", "/templates", { body });
    assert.equal(refusal.code, "template-invalid");
    assert.ok("problems" in refusal && refusal.problems.length >= 2);
  });

  it("L2 an earlier ledger's wording comes along with a new year's version of its lineage", async () => {
    const first = await publishTemplate(service, journeyTemplate({ name: "2026年跨年台账" }));
    const ledger = await owner.copyNew(first);
    await owner.pushOne(ledger, {
      record: `ledger:${ledger}/q2`,
      field: "text.task",
      baseRevision: 0,
      value: "本支部的说法",
    });
    const revised = await officer.ask<TemplateView>("POST", `/template-versions/${first.versionId}/revise`);
    const body = journeyTemplate({ name: "2027年跨年台账", year: 2027 });
    await officer.ask("PUT", `/template-versions/${revised.versionId}`, { baseRevision: revised.revision, body });
    const next = await officer.ask<TemplateView>("POST", `/template-versions/${revised.versionId}/publish`);
    const copy = await owner.open(await owner.copyNew(next, ledger));
    assert.deepEqual([copy.name.text, copy.template.year], ["2027年跨年台账", 2027]);
    assert.deepEqual(
      copy.items.flatMap(({ texts }) => texts),
      [{ column: "task", text: "本支部的说法", revision: 1 }],
    );
    const foreign = await deskOf(service, "b12-secretary");
    const asked = { templateVersionId: next.versionId, from: ledger };
    assert.equal((await foreign.client.refusal("POST", "/ledgers", asked)).code, "not-found");
  });

  it("L12 a named class rates what it is named for, and nobody else does", async () => {
    const template = await publishTemplate(service, aTemplate({ name: "师生评议台账", policy: { classes: CLASSES } }));
    const ledger = await owner.copyNew(template);
    const teacher = "b22-m1";
    const path = `/templates/${template.templateId}/rater-lists/teachers`;
    assert.equal((await officer.refusal("PUT", path, { accountNames: [teacher, "nobody-here"] })).code, "bad-request");
    await officer.ask("PUT", path, { accountNames: [teacher] });
    const listed = await deskOf(service, teacher);
    assert.deepEqual(
      (await listed.rate(ledger, "teachers", { l1: 9 })).map(({ result }) => result),
      ["accepted"],
    );
    assert.deepEqual((await listed.rate(ledger, "peer", { l1: 9 })).map(refusedWith), ["forbidden"]);
    assert.equal((await listed.open(ledger)).viewer, "peer");
    const other = await deskOf(service, "b12-secretary");
    assert.deepEqual((await other.rate(ledger, "teachers", { l1: 9 })).map(refusedWith), ["forbidden"]);
    assert.equal((await owner.open(ledger)).totals.qualitativeItems[0]?.means["teachers"], "9.00");
  });

  it("L14.8 where nobody is left to rate, the superior names a substitute; where somebody is, he may not", async () => {
    const template = await publishTemplate(service, aTemplate({ name: "党总支台账", level: "general-branch" }));
    const branch = await deskOf(service, "g1-secretary");
    const ledger = await branch.copyNew(template);
    const path = `/ledgers/${ledger}/substitutes`;
    const substitute = { raterClass: "leader", personId: personIdOf("officer"), reason: A_REASON };
    await officer.ask("POST", path, substitute);
    assert.equal((await officer.refusal("POST", path, { ...substitute, raterClass: "peer" })).code, "forbidden");
    const rater = await deskOf(service, "officer");
    assert.deepEqual(
      (await rater.rate(ledger, "leader", { l1: 8 })).map(({ result }) => result),
      ["accepted"],
    );
    assert.equal((await owner.client.refusal("POST", path, substitute)).code, "forbidden");
  });
});
