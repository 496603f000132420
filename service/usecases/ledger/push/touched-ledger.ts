import { decide } from "#core/access/decide-ledger.ts";
import { relationOf, type LedgerRelation } from "#core/access/relation.ts";
import type { ItemKey, LedgerId } from "#core/kernel/ids.ts";
import type { QualitativeItem, QuantitativeItem, TemplateBody } from "#core/ledger/template/template.ts";
import type { LedgerWindow } from "#core/ledger/window.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { ItemRecord, LedgerRecord, RatingRecord, WordingRecord } from "#service/ports/records.ts";
import { ratingKey, wordingKey } from "#service/ports/row-keys.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { rememberedRefusals, type AskedAction } from "../action-refusal.ts";
import { subjectOf } from "../subject-of.ts";
import { loadWindow } from "../window/load-window.ts";
import type { ParsedEdit } from "./parse-edit.ts";

/** Everything that the edits of one ledger are judged by, loaded once, one query per kind. */
export interface TouchedLedger {
  readonly ledger: LedgerRecord;
  readonly body: TemplateBody;
  readonly quantitative: ReadonlyMap<ItemKey, QuantitativeItem>;
  readonly qualitative: ReadonlyMap<ItemKey, QualitativeItem>;
  readonly relation: LedgerRelation;
  readonly window: LedgerWindow | undefined;
  readonly refusalOf: (asked: AskedAction) => AnyRefusal | undefined;
  readonly items: ReadonlyMap<ItemKey, ItemRecord>;
  /** By `wordingKey` and `ratingKey`. */
  readonly wordings: ReadonlyMap<string, WordingRecord>;
  readonly ratings: ReadonlyMap<string, RatingRecord>;
}

/** @returns undefined when there is no such ledger for this caller (A9). */
export async function loadTouchedLedger(
  tx: StoreReads,
  caller: Caller,
  { ledgerId, edits }: { readonly ledgerId: LedgerId; readonly edits: readonly ParsedEdit[] },
): Promise<TouchedLedger | undefined> {
  const ledger = await tx.ledgers.byId(ledgerId);
  if (!ledger) return undefined;
  const subject = subjectOf(ledger);
  if (decide(caller.scope, caller.actor, { subject, action: "read" }) === "invisible") return undefined;
  const version = await tx.templates.version(ledger.templateVersionId);
  if (!version) throw new Error(`ledger ${ledgerId} without its template version`);
  const { body } = version;
  const window = await loadWindow(tx, caller.organisation, ledger);
  const touches = new Set(edits.map((edit) => edit.field.type));
  return {
    ledger,
    body,
    quantitative: new Map(body.sections.flatMap((section) => section.items).map((item) => [item.key, item])),
    qualitative: new Map(body.qualitative.map((item) => [item.key, item])),
    relation: relationOf(caller.scope, subject),
    window,
    refusalOf: rememberedRefusals(caller, { ledger, window }),
    items: touches.has("score") || touches.has("handling") ? await itemsOf(tx, ledgerId) : new Map(),
    wordings: touches.has("text") ? keyed(await tx.ledgers.wordings(ledgerId), wordingKey) : new Map(),
    ratings: touches.has("rating") ? keyed(await tx.ledgers.ratings(ledgerId), ratingKey) : new Map(),
  };
}

export async function itemsOf(tx: StoreReads, ledgerId: LedgerId): Promise<ReadonlyMap<ItemKey, ItemRecord>> {
  return new Map((await tx.ledgers.items(ledgerId)).map((item) => [item.state.key, item]));
}

function keyed<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [keyOf(row), row]));
}
