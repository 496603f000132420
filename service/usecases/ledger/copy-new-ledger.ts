/**
 * Copy-new (L2, L3): the caller's own ledger from a published template. One per owner, template and year: a second try,
 * also one made at the same moment, opens the first. The wording of an earlier own ledger of the same lineage can be taken over.
 */
import { toId, type ItemKey, type LedgerId, type TemplateVersionId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { copyTemplate } from "#core/ledger/template/copy-template.ts";
import type { TemplateBody } from "#core/ledger/template/template.ts";
import type { CopyNew } from "#core/protocol/ledgers.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { itemRecord } from "#core/sheet/ledger/ledger-record.ts";
import type { HistoryRecord, LedgerRecord, TemplateVersionRecord, WordingRecord } from "#service/ports/records.ts";
import type { StoreReads, StoreWrites } from "#service/ports/store.ts";
import { auditEntry } from "../audit-entry.ts";
import type { Caller } from "../caller.ts";
import type { Services } from "../services.ts";
import { ledgerOwnerFor, type LedgerOwner } from "./ledger-owner.ts";

export interface CopiedLedger {
  readonly ledgerId: LedgerId;
  /** false: the caller had one already and gets that. */
  readonly made: boolean;
}

type Copied = Result<CopiedLedger, AnyRefusal>;

export async function copyNewLedger(
  services: Pick<Services, "store" | "random">,
  caller: Caller,
  asked: CopyNew,
): Promise<Copied> {
  const id = toId<LedgerId>(services.random.id("led"));
  return await services.store.write(async (tx): Promise<Copied> => {
    const version = await tx.templates.version(toId<TemplateVersionId>(asked.templateVersionId));
    if (version?.state !== "published") return refuse({ code: "not-found" });
    const owner = ledgerOwnerFor(caller, version.body.level);
    if (!owner) return refuse({ code: "forbidden", action: "copy-new" });
    if (caller.actor.permission === "read-only") return refuse({ code: "read-only" });
    const source = await earlierLedger(tx, { from: asked.from, owner, version });
    if (!source.ok) return source;
    const ledger = newLedger({ id, version, owner, name: asked.name ?? nameAfter(source.value, version.body), caller });
    if (!(await tx.ledgers.insertLedger(ledger))) return ok({ ledgerId: await existingId(tx, ledger), made: false });
    if (source.value) await copyWording(tx, { from: source.value, ledger, body: version.body, caller });
    tx.record(auditEntry(caller, madeEntry(ledger)));
    return ok({ ledgerId: id, made: true });
  });
}

interface NewLedger {
  readonly id: LedgerId;
  readonly version: TemplateVersionRecord;
  readonly owner: LedgerOwner;
  readonly name: string;
  readonly caller: Caller;
}

function newLedger({ id, version, owner, name, caller }: NewLedger): LedgerRecord {
  const { templateId, body } = version;
  return {
    ...owner,
    id,
    templateId,
    templateVersionId: version.id,
    level: body.level,
    year: body.year,
    name: name.trim() || body.name,
    nameRevision: 1,
    state: "open",
    createdAt: caller.at,
  };
}

function nameAfter(earlier: LedgerRecord | null, body: TemplateBody): string {
  return copyTemplate(body, earlier ? { name: earlier.name, texts: new Map() } : undefined).name;
}

function madeEntry(ledger: LedgerRecord) {
  const { id, name, templateVersionId } = ledger;
  const fields = [
    { field: "name", old: null, new: name },
    { field: "template-version", old: null, new: templateVersionId },
  ];
  return { action: "copy-new", record: `ledger:${id}`, fields };
}

/** @throws when the store refused to insert although there is none (a bug). */
async function existingId(tx: StoreReads, { templateId, year, unitId, personId }: LedgerRecord): Promise<LedgerId> {
  const existing = await tx.ledgers.byOwner({ templateId, year, unitId, personId });
  if (!existing) throw new Error("the store knows a ledger of this owner, but does not find it");
  return existing.id;
}

interface Source {
  readonly from: string | undefined;
  readonly owner: LedgerOwner;
  readonly version: TemplateVersionRecord;
}

/** Only the owner's own ledger: anybody else's, readable or not, answers as a missing one. */
async function earlierLedger(tx: StoreReads, source: Source): Promise<Result<LedgerRecord | null, AnyRefusal>> {
  if (source.from === undefined) return ok(null);
  const ledger = await tx.ledgers.byId(toId<LedgerId>(source.from));
  const { ownerKind, unitId, personId } = source.owner;
  const isOwn =
    ledger?.ownerKind === ownerKind &&
    ledger.personId === personId &&
    (ownerKind === "member" || ledger.unitId === unitId);
  if (!isOwn) return refuse({ code: "not-found" });
  if (ledger.templateId === source.version.templateId) return ok(ledger);
  return refuse({ code: "bad-request", problems: [{ path: "from", message: "a ledger of another template" }] });
}

interface WordingCopy {
  readonly from: LedgerRecord;
  readonly ledger: LedgerRecord;
  readonly body: TemplateBody;
  readonly caller: Caller;
}

/** What the new version no longer has, or no longer lets its owner reword, stays behind. */
async function copyWording(tx: StoreWrites, { from, ledger, body, caller }: WordingCopy): Promise<void> {
  const texts = new Map<ItemKey, Record<string, string>>();
  for (const { item, column, text } of await tx.ledgers.wordings(from.id))
    texts.set(item, { ...texts.get(item), [column]: text });
  const copy = copyTemplate(body, { name: from.name, texts });
  const items = body.sections.flatMap((section) => section.items);
  const wordings = items.flatMap((item) =>
    Object.entries(copy.texts.get(item.key) ?? {})
      .filter(([column, text]) => text !== (item.texts[column] ?? ""))
      .map(([column, text]): WordingRecord => ({ ledgerId: ledger.id, item: item.key, column, text, revision: 1 })),
  );
  if (wordings.length === 0) return;
  await tx.ledgers.saveWordings(wordings);
  await tx.ledgers.addHistory(wordings.map((wording) => copiedHistory(wording, from, caller)));
}

function copiedHistory(
  { ledgerId, item, column, text }: WordingRecord,
  from: LedgerRecord,
  caller: Caller,
): HistoryRecord {
  return {
    record: itemRecord(ledgerId, item),
    field: `text.${column}`,
    revision: 1,
    action: "reword",
    value: text,
    at: caller.at,
    accountId: caller.account.id,
    who: caller.who,
    reason: `${from.name} (${from.year})`,
  };
}
