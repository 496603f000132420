import {
  toId,
  type AccountId,
  type EvidenceId,
  type ItemKey,
  type LedgerId,
  type PersonId,
  type TemplateId,
  type TemplateVersionId,
  type UnitId,
} from "#core/kernel/ids.ts";
import type { Day, Instant } from "#core/kernel/instant.ts";
import type { ItemState } from "#core/ledger/handling/item-state.ts";
import type { AuditEntry } from "#service/ports/audit.ts";
import type * as R from "#service/ports/records.ts";

/** Records as the store keeps them: valid by default, a test names only what matters to it. */

export const AT = "2026-11-21T08:00:00.000Z" as Instant;
export const DAY = "2026-11-21" as Day;

export function aPersonRecord(given: Partial<R.PersonRecord> = {}): R.PersonRecord {
  return { id: toId<PersonId>("per_1"), name: "王建国", phone: null, ...given };
}

export function anAccountRecord(given: Partial<R.AccountRecord> = {}): R.AccountRecord {
  return {
    id: toId<AccountId>("acc_1"),
    kind: "unit",
    name: "jgdzz",
    unitId: toId<UnitId>("unit_b1"),
    personId: null,
    duty: null,
    permission: "read-write",
    state: "active",
    term: { kind: "long-term", from: null, to: null },
    holder: "李梅",
    passwordHash: "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    passwordSetAt: AT,
    firstPasswordUntil: null,
    madeBy: null,
    generation: 1,
    ...given,
  };
}

export function aSessionRecord(given: Partial<R.SessionRecord> = {}): R.SessionRecord {
  return {
    tokenHash: "hash_1",
    id: "ses_1",
    accountId: toId<AccountId>("acc_1"),
    generation: 1,
    actingPostId: null,
    startedAt: AT,
    lastSeenAt: AT,
    from: "10.0.0.1",
    ...given,
  };
}

export function aRequestRecord(given: Partial<R.AccountRequestRecord> = {}): R.AccountRequestRecord {
  return {
    id: "req_1",
    kind: "create",
    content: `{"contact":"13912345678"}`,
    unitId: toId<UnitId>("unit_b1"),
    requestedBy: toId<AccountId>("acc_1"),
    requestedAt: AT,
    state: "open",
    decidedBy: null,
    decidedAt: null,
    remark: "",
    ...given,
  };
}

export function aTemplateVersionRecord(
  given: Partial<R.TemplateVersionRecord> & { readonly name?: string } = {},
): R.TemplateVersionRecord {
  const { name = "党支部工作台账", ...record } = given;
  return {
    id: toId<TemplateVersionId>("tpv_1"),
    templateId: toId<TemplateId>("tpl_1"),
    version: 1,
    state: "published",
    body: {
      name,
      year: 2026,
      level: "branch",
      columns: [{ key: "task", title: "工作任务", rewordable: true, width: 30 }],
      sections: [],
      qualitative: [],
      policy: {
        quantitativeWeight: "0.8",
        qualitativeWeight: "0.2",
        classes: [],
        base: "100",
        scale: "as-is",
        combine: "mean",
        decimals: 2,
        grades: [],
        veto: "total-zero",
        floor: null,
      },
    },
    revision: 1,
    publishedAt: AT,
    ...record,
  };
}

export function aLedgerRecord(given: Partial<R.LedgerRecord> = {}): R.LedgerRecord {
  return {
    id: toId<LedgerId>("led_1"),
    templateId: toId<TemplateId>("tpl_1"),
    templateVersionId: toId<TemplateVersionId>("tpv_1"),
    level: "branch",
    year: 2026,
    ownerKind: "unit",
    unitId: toId<UnitId>("unit_b1"),
    personId: null,
    name: "第一党支部 2026 年台账",
    nameRevision: 1,
    state: "open",
    createdAt: AT,
    ...given,
  };
}

export interface GivenItem {
  readonly ledgerId?: string;
  readonly item?: string;
  readonly score?: string | null;
  readonly revision?: number;
  readonly challenges?: number;
}

export function anItemRecord({
  ledgerId = "led_1",
  item = "q1",
  score = "7.5",
  revision = 1,
  challenges = 0,
}: GivenItem = {}): R.ItemRecord {
  const state: ItemState = {
    key: toId<ItemKey>(item),
    evidence: 1,
    entries: [
      {
        role: "owner",
        accountId: toId<AccountId>("acc_1"),
        personId: null,
        score,
        at: AT,
        reason: "",
        status: "own",
        statement: "",
      },
    ],
    settledWith: [],
  };
  return { ledgerId: toId<LedgerId>(ledgerId), state, score, challenges, revision };
}

export function aWordingRecord(given: Partial<R.WordingRecord> = {}): R.WordingRecord {
  return {
    ledgerId: toId<LedgerId>("led_1"),
    item: toId<ItemKey>("q1"),
    column: "task",
    text: "每月召开一次主题党日",
    revision: 1,
    ...given,
  };
}

export function aRatingRecord(given: Partial<R.RatingRecord> = {}): R.RatingRecord {
  return {
    ledgerId: toId<LedgerId>("led_1"),
    item: toId<ItemKey>("s1"),
    raterClass: "peer",
    raterKey: "per_1",
    accountId: toId<AccountId>("acc_1"),
    personId: toId<PersonId>("per_1"),
    score: "9",
    revision: 1,
    ...given,
  };
}

export function aHistoryRecord(given: Partial<R.HistoryRecord> = {}): R.HistoryRecord {
  return {
    record: "ledger:led_1/q1",
    field: "score",
    revision: 1,
    action: "score",
    value: "7.5",
    at: AT,
    accountId: toId<AccountId>("acc_1"),
    who: "李梅",
    reason: "",
    ...given,
  };
}

export function anEvidenceRecord(given: Partial<R.EvidenceRecord> = {}): R.EvidenceRecord {
  return {
    id: toId<EvidenceId>("evi_1"),
    ledgerId: toId<LedgerId>("led_1"),
    item: toId<ItemKey>("q1"),
    fileName: "会议记录.pdf",
    mediaType: "application/pdf",
    bytes: 3_000_000_000,
    sha256: "a".repeat(64),
    storedAs: "0".repeat(32),
    uploadedBy: toId<AccountId>("acc_1"),
    uploadedAt: AT,
    ...given,
  };
}

export function aNoticeRecord(given: Partial<R.NoticeRecord> = {}): R.NoticeRecord {
  return {
    id: "not_1",
    personId: null,
    accountId: toId<AccountId>("acc_1"),
    at: AT,
    kind: "challenged",
    ledgerId: toId<LedgerId>("led_1"),
    item: toId<ItemKey>("q1"),
    readAt: null,
    ...given,
  };
}

export function anAuditEntry(given: Partial<AuditEntry> = {}): AuditEntry {
  return {
    at: AT,
    accountId: toId<AccountId>("acc_1"),
    from: "10.0.0.1",
    action: "push",
    record: "ledger:led_1",
    outcome: "done",
    why: "",
    fields: [{ field: "q1.score", old: null, new: "7.5" }],
    ...given,
  };
}
