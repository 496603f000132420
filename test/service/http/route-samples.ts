import type { Services } from "#service/usecases/services.ts";
import { toId, type EvidenceId, type LedgerId, type TemplateId, type TemplateVersionId } from "#core/kernel/ids.ts";
import { aLedgerBook } from "#test/builders/sheet-book.ts";
import { aTemplate } from "#test/builders/ledger-template.ts";
import { aTransferRecord } from "#test/builders/transfer.ts";
import { anEvidenceRecord, aLedgerRecord, aTemplateVersionRecord } from "#test/builders/records.ts";
import { accountIdOf, personIdOf, unitIdOf } from "#test/environment/small-organisation.ts";
import { PROCEDURE_SAMPLES } from "./procedure-samples.ts";
import { REPORT_SAMPLES } from "./report-samples.ts";
import { RECORD_SAMPLES } from "./record-samples.ts";
import { MAPPING, REASON, FOREIGN_TRANSFER, FOREIGN_UNIT, FOREIGN_IMPORT, type RouteSample } from "./route-sample.ts";

const TERM = { kind: "long-term", from: null, to: null };
const APPLICATION = {
  ...{ action: "make", kind: "person", term: TERM, permission: "read-write", ...REASON },
  ...{ holder: "郭子仪", post: "secretary", contact: "13900000001" },
};
const FOREIGN_ACCOUNT = { id: accountIdOf("b21-m1") };
export const FOREIGN_LEDGER = { id: "ledger-b21" };
const FOREIGN_EVIDENCE = { id: "evidence-b21" };
const DRAFT = { id: "version-draft" };
const STANDING = "year=2026&level=branch&templateId=template-published";
const SPAN = { from: "2026-05-01", to: "2026-07-01" };

export const ROUTE_SAMPLES: Readonly<Record<string, RouteSample>> = {
  ...RECORD_SAMPLES,
  ...PROCEDURE_SAMPLES,
  ...REPORT_SAMPLES,
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
