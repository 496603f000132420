import type { Services } from "#service/usecases/services.ts";
import { toId, type EvidenceId, type LedgerId, type TemplateId, type TemplateVersionId } from "#core/kernel/ids.ts";
import { aLedgerBook } from "#test/builders/sheet-book.ts";
import { aTemplate } from "#test/builders/ledger-template.ts";
import { aTransferRecord } from "#test/builders/transfer.ts";
import { anEvidenceRecord, aLedgerRecord, aTemplateVersionRecord } from "#test/builders/records.ts";
import { accountIdOf, personIdOf, unitIdOf } from "#test/environment/small-organisation.ts";

/**
 * One valid request for every line of the route table. Where a line takes an id, "$id" stands for it, in the path or in
 * the body; `foreign` is an id that exists and that `by` must not learn about. "all": nothing of this kind is hidden
 * from who may use the line at all. "own": the line takes no id of anything that others have.
 */
export interface RouteSample {
  readonly by: string;
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly bytes?: (services: Services, id: string) => Promise<Uint8Array>;
  readonly foreign: { readonly id: string } | "all" | "own";
}

const REASON = { reason: "为了测试而做" };
const TERM = { kind: "long-term", from: null, to: null };
const APPLICATION = {
  ...{ action: "make", kind: "person", term: TERM, permission: "read-write", ...REASON },
  ...{ holder: "郭子仪", post: "secretary", contact: "13900000001" },
};
const FOREIGN_ACCOUNT = { id: accountIdOf("b21-m1") };
const ACT = { on: "2026-01-02", ...REASON };
const ARRIVAL = {
  ...{
    name: "郭子仪",
    idNumber: "11010519491231002X",
    heading: "某省委组织部",
    number: "12",
    duesPaidUntil: "2026-01",
  },
};
const FOREIGN_PERSON = { id: "person-b21-m1" };
const FOREIGN_TRANSFER = { id: "transfer-b21" };
const FOREIGN_UNIT = { id: unitIdOf("b21") };
const FOREIGN_IMPORT = { id: "import-b21" };
const MAPPING = { sheet: "名册", headerRow: 1, columns: [{ index: 0, field: "name", edition: null }] };
const FOREIGN_LEDGER = { id: "ledger-b21" };
const FOREIGN_EVIDENCE = { id: "evidence-b21" };
const DRAFT = { id: "version-draft" };
const STANDING = "year=2026&level=branch&templateId=template-published";
const SPAN = { from: "2026-05-01", to: "2026-07-01" };

export const ROUTE_SAMPLES: Readonly<Record<string, RouteSample>> = {
  "GET /health": { by: "g1", path: "/health", foreign: "own" },
  "POST /session": { by: "g1", path: "/session", body: { name: "g1", password: "x" }, foreign: "own" },
  "GET /session": { by: "g1", path: "/session", foreign: "own" },
  "DELETE /session": { by: "g1", path: "/session", foreign: "own" },
  "POST /session/post": { by: "g1", path: "/session/post", body: { postId: "x" }, foreign: "own" },
  "GET /service": { by: "g1", path: "/service", foreign: "own" },
  "GET /me": { by: "g1", path: "/me", foreign: "own" },
  "PATCH /me": { by: "g1", path: "/me", body: { phone: "13900000000" }, foreign: "own" },
  "POST /me/password": { by: "g1", path: "/me/password", body: { old: "x", new: "y" }, foreign: "own" },
  "DELETE /me/sessions/:session": { by: "g1", path: "/me/sessions/$id", foreign: { id: "session-b21" } },

  "GET /units": { by: "g1", path: "/units", foreign: "own" },
  "POST /units": {
    by: "g1",
    path: "/units",
    body: { parentId: "$id", code: "new-branch", name: "新的支部", shortName: "新支部", kind: "branch" },
    foreign: { id: unitIdOf("g2") },
  },
  "GET /units/:unit/accounts": { by: "g1", path: "/units/$id/accounts", foreign: FOREIGN_UNIT },
  "POST /accounts/members": {
    by: "g1",
    path: "/accounts/members",
    body: { branchId: "$id", members: [{ name: "郭子仪", phone: null }], term: TERM },
    foreign: FOREIGN_UNIT,
  },
  "POST /accounts/:account/reset": { by: "g1", path: "/accounts/$id/reset", body: REASON, foreign: FOREIGN_ACCOUNT },
  "POST /accounts/:account/unlock": { by: "g1", path: "/accounts/$id/unlock", body: REASON, foreign: FOREIGN_ACCOUNT },
  "POST /accounts/:account/disable": {
    by: "g1",
    path: "/accounts/$id/disable",
    body: REASON,
    foreign: FOREIGN_ACCOUNT,
  },
  "POST /accounts/:account/enable": { by: "g1", path: "/accounts/$id/enable", body: REASON, foreign: FOREIGN_ACCOUNT },

  "GET /account-requests": { by: "g1", path: "/account-requests", foreign: "own" },
  "POST /account-requests": {
    by: "g1",
    path: "/account-requests",
    body: { ...APPLICATION, unitId: "$id" },
    foreign: FOREIGN_UNIT,
  },
  "GET /account-requests/:request": { by: "g1", path: "/account-requests/$id", foreign: { id: "request-g2" } },
  "POST /account-requests/:request/decision": {
    by: "g1-secretary",
    path: "/account-requests/$id/decision",
    body: { approve: true, remark: "" },
    foreign: { id: "request-g2" },
  },
  "POST /account-requests/:request/slip": {
    by: "g1",
    path: "/account-requests/$id/slip",
    foreign: { id: "request-g2" },
  },

  "GET /records/units": { by: "g1", path: "/records/units", foreign: "own" },
  "GET /records/rosters/:list": { by: "g1", path: "/records/rosters/members?unit=$id", foreign: FOREIGN_UNIT },
  "POST /records/push": {
    by: "g1",
    path: "/records/push",
    body: { key: "a-push-of-mine", edits: [{ record: "person:x", field: "remark", baseRevision: 0, value: "1" }] },
    foreign: "own",
  },
  "GET /records/people/:person": { by: "g1", path: "/records/people/$id", foreign: FOREIGN_PERSON },
  "GET /records/history": { by: "g1", path: "/records/history?record=person:$id", foreign: FOREIGN_PERSON },
  "POST /records/people/:person/reveal": {
    by: "g1",
    path: "/records/people/$id/reveal",
    body: { field: "mobile", ...REASON },
    foreign: FOREIGN_PERSON,
  },
  "POST /records/search": { by: "g1", path: "/records/search", body: { name: "郭子仪" }, foreign: "own" },
  "POST /records/people": {
    by: "g1",
    path: "/records/people",
    body: { unitId: "$id", kind: "member", from: "2026-01-01", fields: { name: "郭子仪" } },
    foreign: FOREIGN_UNIT,
  },
  "GET /records/duplicates": { by: "g1", path: "/records/duplicates?unit=$id", foreign: FOREIGN_UNIT },
  "POST /records/people/:person/merge": {
    by: "g1",
    path: "/records/people/$id/merge",
    body: { from: "person-b11-m1", ...REASON },
    foreign: FOREIGN_PERSON,
  },
  "GET /records/required": { by: "g1", path: "/records/required?unit=$id", foreign: FOREIGN_UNIT },
  "GET /records/findings": { by: "g1", path: "/records/findings?unit=$id", foreign: FOREIGN_UNIT },
  "POST /records/findings/explain": {
    by: "g1",
    path: "/records/findings/explain",
    body: { record: "person:$id", check: "M21-1", text: "档案丢失，已向上级申请补办" },
    foreign: FOREIGN_PERSON,
  },
  "GET /records/questions": { by: "g1", path: "/records/questions?unit=$id", foreign: FOREIGN_UNIT },
  "POST /records/questions": {
    by: "g1",
    path: "/records/questions",
    body: { unitId: "$id", baseRevision: 0, name: "女党员", condition: "性别 = 女" },
    foreign: FOREIGN_UNIT,
  },
  "DELETE /records/questions/:question": {
    by: "g1",
    path: "/records/questions/$id",
    foreign: { id: "question-b21" },
  },
  "GET /records/questions/answer": {
    by: "g1",
    path: "/records/questions/answer?unit=$id&condition=",
    foreign: FOREIGN_UNIT,
  },
  "GET /records/exports": { by: "g1", path: "/records/exports?unit=$id", foreign: FOREIGN_UNIT },
  "GET /records/transfers": { by: "g1", path: "/records/transfers?unit=$id", foreign: FOREIGN_UNIT },
  "GET /records/transfers/:transfer": { by: "g1", path: "/records/transfers/$id", foreign: FOREIGN_TRANSFER },
  "GET /records/transfers/:transfer/letter": {
    by: "g1",
    path: "/records/transfers/$id/letter",
    foreign: FOREIGN_TRANSFER,
  },
  "POST /records/transfers": {
    by: "g1",
    path: "/records/transfers",
    body: { ...ACT, rows: [{ personId: "$id", to: { unitCode: "g2" }, duesPaidUntil: "2026-01" }] },
    foreign: FOREIGN_PERSON,
  },
  "POST /records/transfers/whole-unit": {
    by: "g1",
    path: "/records/transfers/whole-unit",
    body: { ...ACT, unitId: "$id", to: { unitCode: "g2" }, duesPaidUntil: "2026-01" },
    foreign: FOREIGN_UNIT,
  },
  "POST /records/transfers/inside": {
    by: "g1",
    path: "/records/transfers/inside",
    body: { ...ACT, people: ["$id"], branchId: unitIdOf("b11") },
    foreign: FOREIGN_PERSON,
  },
  "POST /records/transfers/ask": {
    by: "g1",
    path: "/records/transfers/ask",
    body: { ...REASON, name: "郭子仪", idNumber: "11010519491231002X", unitId: "$id" },
    foreign: FOREIGN_UNIT,
  },
  "POST /records/transfers/arrive": {
    by: "g1",
    path: "/records/transfers/arrive",
    body: { ...ACT, ...ARRIVAL, branchId: "$id" },
    foreign: FOREIGN_UNIT,
  },
  "POST /records/transfers/act": {
    by: "g1",
    path: "/records/transfers/act",
    body: { on: ACT.on, transfers: ["$id"], move: { act: "revoke", ...REASON } },
    foreign: FOREIGN_TRANSFER,
  },
  "GET /records/plans": { by: "g1", path: "/records/plans?unit=$id&year=2027", foreign: FOREIGN_UNIT },
  "POST /records/plans/act": {
    by: "g1",
    path: "/records/plans/act",
    body: { unitId: "$id", year: 2027, act: { kind: "report", number: 0 } },
    foreign: FOREIGN_UNIT,
  },
  "POST /records/plans/list": {
    by: "g1",
    path: "/records/plans/list",
    body: { unitId: "$id", year: 2027, ...REASON },
    foreign: FOREIGN_UNIT,
  },
  "POST /records/admissions": {
    by: "g1",
    path: "/records/admissions",
    body: {
      rows: [{ personId: "$id", joinedOn: ACT.on, approvingCommittee: "党委", approvedOn: ACT.on, bookNumber: "1" }],
    },
    foreign: FOREIGN_PERSON,
  },
  "GET /records/conversions/due": { by: "g1", path: "/records/conversions/due?unit=$id", foreign: FOREIGN_UNIT },
  "POST /records/conversions": {
    by: "g1",
    path: "/records/conversions",
    body: { people: ["$id"], result: "on-time" },
    foreign: FOREIGN_PERSON,
  },
  "POST /records/leavings": {
    by: "g1",
    path: "/records/leavings",
    body: { ...ACT, people: ["$id"], kind: "30", authority: "党委" },
    foreign: FOREIGN_PERSON,
  },
  "POST /records/restorings": {
    by: "g1",
    path: "/records/restorings",
    body: { ...ACT, people: ["$id"], branchId: unitIdOf("b11"), kind: "1" },
    foreign: FOREIGN_PERSON,
  },
  "GET /records/dues": { by: "g1", path: "/records/dues?unit=$id", foreign: FOREIGN_UNIT },
  "POST /records/dues": {
    by: "g1",
    path: "/records/dues",
    body: { from: "2026-01", to: "2026-02", paidOn: ACT.on, rows: [{ personId: "$id", amount: "10.00" }] },
    foreign: FOREIGN_PERSON,
  },
  "GET /records/unit-notices": { by: "g1", path: "/records/unit-notices?unit=$id", foreign: FOREIGN_UNIT },
  "POST /records/unit-changes": {
    by: "g1",
    path: "/records/unit-changes",
    body: { ...ACT, unitId: "$id", change: { kind: "revoke" } },
    foreign: FOREIGN_UNIT,
  },
  "POST /records/elections": {
    by: "g1",
    path: "/records/elections",
    body: { unitId: "$id", electedOn: ACT.on, term: 3, way: "1", document: "1号", secretaryId: "person-b11-m1" },
    foreign: FOREIGN_UNIT,
  },
  "POST /records/archives": {
    by: "g1",
    path: "/records/archives",
    body: { unitId: "$id", list: "members", ...REASON },
    foreign: FOREIGN_UNIT,
  },
  "POST /records/lost": {
    by: "g1",
    path: "/records/lost",
    body: { ...ACT, people: ["$id"], since: ACT.on, why: "1", keeperId: "person-b11-m1", branchId: unitIdOf("b11") },
    foreign: FOREIGN_PERSON,
  },
  "POST /records/found": {
    by: "g1",
    path: "/records/found",
    body: { ...ACT, people: ["$id"], branchId: unitIdOf("b11") },
    foreign: FOREIGN_PERSON,
  },

  "GET /templates": { by: "g1", path: "/templates", foreign: "own" },
  "POST /templates": { by: "c", path: "/templates", body: { shipped: "branch" }, foreign: "own" },
  "GET /template-versions/:version": { by: "g1", path: "/template-versions/$id", foreign: DRAFT },
  "PUT /template-versions/:version": {
    by: "c",
    path: "/template-versions/$id",
    body: { baseRevision: 0, body: aTemplate() },
    foreign: "all",
  },
  "POST /template-versions/:version/publish": { by: "c", path: "/template-versions/$id/publish", foreign: "all" },
  "POST /template-versions/:version/revise": { by: "c", path: "/template-versions/$id/revise", foreign: "all" },
  "PUT /templates/:template/rater-lists/:class": {
    by: "c",
    path: "/templates/$id/rater-lists/teacher",
    body: { accountNames: [] },
    foreign: "all",
  },

  "GET /ledgers": { by: "b11-secretary", path: "/ledgers", foreign: "own" },
  "POST /ledgers": { by: "b11-secretary", path: "/ledgers", body: { templateVersionId: "$id" }, foreign: DRAFT },
  "GET /ledgers/:ledger": { by: "b11-secretary", path: "/ledgers/$id", foreign: FOREIGN_LEDGER },
  "DELETE /ledgers/:ledger": { by: "b11-secretary", path: "/ledgers/$id", foreign: FOREIGN_LEDGER },
  "POST /ledgers/:ledger/void": {
    by: "b11-secretary",
    path: "/ledgers/$id/void",
    body: REASON,
    foreign: FOREIGN_LEDGER,
  },
  "POST /ledgers/:ledger/push": {
    by: "b11-secretary",
    path: "/ledgers/$id/push",
    body: { key: "a-push-of-mine", edits: [{ record: "item:q1", field: "score", baseRevision: 0, value: "1" }] },
    foreign: FOREIGN_LEDGER,
  },
  "GET /ledgers/:ledger/history": {
    by: "b11-secretary",
    path: "/ledgers/$id/history?record=x",
    foreign: FOREIGN_LEDGER,
  },
  "POST /ledgers/:ledger/substitutes": {
    by: "g1-secretary",
    path: "/ledgers/$id/substitutes",
    body: { raterClass: "peer", personId: "person-b12-m1", ...REASON },
    foreign: FOREIGN_LEDGER,
  },
  "GET /ledgers/:ledger/items/:item/evidence": {
    by: "b11-secretary",
    path: "/ledgers/$id/items/q1/evidence",
    foreign: FOREIGN_LEDGER,
  },
  "POST /ledgers/:ledger/items/:item/evidence": {
    by: "b11-secretary",
    path: "/ledgers/$id/items/q1/evidence",
    headers: { "X-File-Name": "a.txt" },
    bytes: async () => Buffer.from("text"),
    foreign: FOREIGN_LEDGER,
  },
  "GET /evidence/:evidence": { by: "b11-secretary", path: "/evidence/$id", foreign: FOREIGN_EVIDENCE },
  "GET /evidence/:evidence/preview": { by: "b11-secretary", path: "/evidence/$id/preview", foreign: FOREIGN_EVIDENCE },
  "DELETE /evidence/:evidence": { by: "b11-secretary", path: "/evidence/$id", foreign: FOREIGN_EVIDENCE },
  "GET /ledgers/:ledger/output/:format": {
    by: "b11-secretary",
    path: "/ledgers/$id/output/xlsx?reason=test",
    foreign: FOREIGN_LEDGER,
  },
  "POST /ledgers/:ledger/import": {
    by: "b11-secretary",
    path: "/ledgers/$id/import",
    bytes: workbookOf,
    foreign: FOREIGN_LEDGER,
  },
  "GET /duties": { by: "g1", path: "/duties", foreign: "own" },
  "GET /notices": { by: "g1", path: "/notices", foreign: "own" },
  "POST /notices/read": { by: "g1", path: "/notices/read", body: { ids: ["x"] }, foreign: "own" },
  "GET /ledgers/:ledger/items/:item/talk": {
    by: "b11-secretary",
    path: "/ledgers/$id/items/q1/talk",
    foreign: FOREIGN_LEDGER,
  },
  "POST /ledgers/:ledger/items/:item/talk": {
    by: "b11-secretary",
    path: "/ledgers/$id/items/q1/talk",
    body: { text: "?" },
    foreign: FOREIGN_LEDGER,
  },
  "GET /windows": { by: "b11-m1", path: "/windows?unitId=$id&year=2026", foreign: FOREIGN_UNIT },
  "PUT /windows": {
    by: "g1-secretary",
    path: "/windows",
    body: { unitId: "$id", level: "branch", year: 2026, baseRevision: 0, spans: { filling: SPAN }, closed: false },
    foreign: FOREIGN_UNIT,
  },
  "POST /windows/extensions": {
    by: "g1-secretary",
    path: "/windows/extensions",
    body: { unitId: "$id", level: "branch", year: 2026, stage: "filling", to: "2026-08-01", ...REASON },
    foreign: FOREIGN_UNIT,
  },
  "GET /standings": { by: "b11-m1", path: `/standings?${STANDING}&unitId=$id`, foreign: { id: unitIdOf("g2") } },
  "GET /standings/choices": { by: "g1", path: "/standings/choices", foreign: "own" },
  "POST /standings/publication": {
    by: "g1-secretary",
    path: "/standings/publication",
    body: { year: 2026, level: "branch", templateId: "template-published", unitId: "$id" },
    foreign: FOREIGN_UNIT,
  },
  "GET /standings/output/:format": {
    by: "g1-secretary",
    path: `/standings/output/xlsx?${STANDING}&reason=test&unitId=$id`,
    foreign: FOREIGN_UNIT,
  },
  "GET /fairness": { by: "g1-secretary", path: `/fairness?${STANDING}&unitId=$id`, foreign: FOREIGN_UNIT },
  "GET /records/rosters/:list/output": {
    by: "g1",
    path: "/records/rosters/members/output?unit=$id&reason=x",
    foreign: FOREIGN_UNIT,
  },
  "POST /records/imports/inspect": { by: "g1", path: "/records/imports/inspect?unit=$id", foreign: FOREIGN_UNIT },
  "POST /records/imports": {
    by: "g1",
    path: "/records/imports?unit=$id",
    headers: { "X-File-Name": "a.xlsx", "X-Import-Mapping": encodeURIComponent(JSON.stringify(MAPPING)) },
    foreign: FOREIGN_UNIT,
  },
  "GET /records/imports/:import": { by: "g1", path: "/records/imports/$id", foreign: FOREIGN_IMPORT },
  "GET /records/imports/:import/rows": { by: "g1", path: "/records/imports/$id/rows", foreign: FOREIGN_IMPORT },
  "POST /records/imports/:import/commit": {
    by: "g1",
    path: "/records/imports/$id/commit",
    body: REASON,
    foreign: FOREIGN_IMPORT,
  },
  "DELETE /records/imports/:import": { by: "g1", path: "/records/imports/$id", foreign: FOREIGN_IMPORT },
  "POST /records/imports/:import/result": {
    by: "g1",
    path: "/records/imports/$id/result",
    foreign: FOREIGN_IMPORT,
  },
  "GET /audit": { by: "auditor", path: "/audit", foreign: "own" },
  "POST /audit/verify": { by: "auditor", path: "/audit/verify", foreign: "own" },
};

/** A ledger workbook that this service might have issued for that ledger. */
async function workbookOf({ store, workbooks }: Services, subject: string): Promise<Uint8Array> {
  const service = await store.read((tx) => tx.organisation.serviceId());
  const book = aLedgerBook();
  return workbooks.render({ ...book, identity: { ...book.identity, service, subject, year: 2026 } });
}

/** What the foreign ids above stand for: all of it in the other half of the small organisation. */
export async function saveForeignThings({ store, clock }: Pick<Services, "store" | "clock">): Promise<void> {
  const at = clock.now();
  const template = aTemplateVersionRecord({
    ...{ id: toId<TemplateVersionId>("version-published"), templateId: toId<TemplateId>("template-published") },
    ...{ state: "published", publishedAt: at, body: aTemplate({ level: "branch", year: 2026 }) },
  });
  const draftId = { id: toId<TemplateVersionId>(DRAFT.id), templateId: toId<TemplateId>("template-draft") };
  const ledger = aLedgerRecord({
    ...{ id: toId<LedgerId>(FOREIGN_LEDGER.id), templateId: template.templateId, templateVersionId: template.id },
    ...{ level: "branch", year: 2026, ownerKind: "unit", unitId: unitIdOf("b21"), personId: null, state: "open" },
  });
  await store.write(async (tx) => {
    await tx.templates.insertVersion(template);
    await tx.templates.insertVersion({ ...template, ...draftId, state: "draft", publishedAt: null });
    await tx.ledgers.insertLedger(ledger);
    const evidence = { id: toId<EvidenceId>(FOREIGN_EVIDENCE.id), ledgerId: ledger.id, uploadedBy: accountIdOf("b21") };
    await tx.evidence.insert(anEvidenceRecord(evidence));
    const request = { ...APPLICATION, unitId: unitIdOf("b21") };
    const kept = {
      request,
      number: "1",
      requestingUnitId: unitIdOf("g2"),
      requestedByPersonId: null,
      accountId: null,
      slip: "none",
    };
    await tx.accounts.saveRequest({
      ...{ id: "request-g2", kind: "make", content: JSON.stringify(kept), unitId: unitIdOf("b21") },
      ...{
        requestedBy: accountIdOf("g2"),
        requestedAt: at,
        state: "open",
        decidedBy: null,
        decidedAt: null,
        remark: "",
      },
    });
    await tx.procedures.insertTransfers([
      aTransferRecord({
        ...{ id: FOREIGN_TRANSFER.id, personId: personIdOf("b21-m1") },
        ...{ fromUnitId: unitIdOf("b21"), toUnitId: unitIdOf("b22") },
      }),
    ]);
    await tx.notes.saveQuestion({
      ...{ id: "question-b21", unitId: unitIdOf("b21"), name: "女党员", accountId: accountIdOf("b21"), who: "", at },
      ...{ content: JSON.stringify({ condition: "性别 = 女", rows: null, columns: null }), revision: 1 },
    });
    await tx.staging.insertImport({
      ...{ id: FOREIGN_IMPORT.id, unitId: unitIdOf("b21"), accountId: accountIdOf("b21"), fileName: "名册.xlsx" },
      ...{
        sha256: "",
        madeAt: at,
        state: "staged",
        summary: JSON.stringify({ skipped: 0, mapping: MAPPING, layout: "" }),
      },
    });
    const from = "127.0.0.1";
    await tx.accounts.saveSession({
      ...{ tokenHash: "x", id: "session-b21", accountId: accountIdOf("b21"), generation: 1, actingPostId: null },
      ...{ startedAt: at, lastSeenAt: at, from },
    });
  });
}
