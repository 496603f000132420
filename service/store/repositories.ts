import type { Kysely } from "kysely";
import type { AuditEntry } from "#service/ports/audit.ts";
import type { AccountReads } from "#service/ports/accounts.ts";
import type { LedgerReads } from "#service/ports/ledgers.ts";
import type { StoreReads, StoreWrites } from "#service/ports/store.ts";
import { accountReads, accountWrites } from "./repositories/account-repository.ts";
import { accountRequestReads, accountRequestWrites } from "./repositories/account-request-repository.ts";
import { auditReads } from "./repositories/audit-repository.ts";
import { evidenceReads, evidenceWrites } from "./repositories/evidence-repository.ts";
import { historyReads, historyWrites } from "./repositories/history-repository.ts";
import { itemReads, itemWrites } from "./repositories/item-repository.ts";
import { ledgerReads, ledgerWrites } from "./repositories/ledger-repository.ts";
import { messageReads, messageWrites } from "./repositories/message-repository.ts";
import { noteReads, noteWrites } from "./repositories/records/note-repository.ts";
import { organisationReads, organisationWrites } from "./repositories/organisation-repository.ts";
import { peopleReads } from "./repositories/records/people-repository.ts";
import { peopleWrites } from "./repositories/records/people-writes.ts";
import { duesReads, duesWrites } from "./repositories/records/dues-repository.ts";
import { planReads, planWrites } from "./repositories/records/plan-repository.ts";
import { transferReads, transferWrites } from "./repositories/records/transfer-repository.ts";
import { populationReads } from "./repositories/reports/population-repository.ts";
import { pushWrites } from "./repositories/push-repository.ts";
import { ratingReads, ratingWrites } from "./repositories/rating-repository.ts";
import { reportEntryReads, reportEntryWrites } from "./repositories/reports/report-entry-repository.ts";
import { sessionReads, sessionWrites } from "./repositories/session-repository.ts";
import { stagingReads, stagingWrites } from "./repositories/records/staging-repository.ts";
import { submissionReads, submissionWrites } from "./repositories/reports/submission-repository.ts";
import { templateReads, templateWrites } from "./repositories/template-repository.ts";
import { unitRecordReads, unitRecordWrites } from "./repositories/records/unit-record-repository.ts";
import { windowReads, windowWrites } from "./repositories/window-repository.ts";
import type { StoreContext } from "./store-context.ts";
import type { Tables } from "./tables.ts";

/** Each is made when it is first asked for: no question needs them all. */
export function readsOn(db: Kysely<Tables>, context: StoreContext): StoreReads {
  return onDemand<StoreReads>({
    organisation: () => organisationReads(db, context),
    people: () => peopleReads(db, context),
    units: () => unitRecordReads(db, context),
    notes: () => noteReads(db, context),
    staging: () => stagingReads(db, context),
    procedures: () => ({ ...transferReads(db, context), ...planReads(db, context), ...duesReads(db, context) }),
    reports: () => ({ ...reportEntryReads(db, context), ...submissionReads(db, context) }),
    populations: () => populationReads(db, context),
    accounts: () => allAccountReads(db, context),
    templates: () => templateReads(db),
    ledgers: () => allLedgerReads(db, context),
    evidence: () => evidenceReads(db),
    messages: () => messageReads(db),
    audit: () => auditReads(db, context),
  });
}

export function writesOn(db: Kysely<Tables>, context: StoreContext, record: (entry: AuditEntry) => void): StoreWrites {
  const reads = readsOn(db, context);
  return onDemand<StoreWrites>({
    organisation: () => ({ ...reads.organisation, ...organisationWrites(db, context) }),
    people: () => ({ ...reads.people, ...peopleWrites(db, context) }),
    units: () => ({ ...reads.units, ...unitRecordWrites(db, context) }),
    notes: () => ({ ...reads.notes, ...noteWrites(db, context) }),
    staging: () => ({ ...reads.staging, ...stagingWrites(db, context) }),
    procedures: () => ({
      ...reads.procedures,
      ...transferWrites(db, context),
      ...planWrites(db, context),
      ...duesWrites(db, context),
    }),
    reports: () => ({ ...reads.reports, ...reportEntryWrites(db, context), ...submissionWrites(db, context) }),
    populations: () => reads.populations,
    accounts: () => ({
      ...reads.accounts,
      ...accountWrites(db, context),
      ...sessionWrites(db, context),
      ...accountRequestWrites(db, context),
    }),
    templates: () => ({ ...reads.templates, ...templateWrites(db, context) }),
    ledgers: () => ({
      ...reads.ledgers,
      ...ledgerWrites(db, context),
      ...itemWrites(db, context),
      ...ratingWrites(db, context),
      ...historyWrites(db, context),
      ...windowWrites(db, context),
    }),
    evidence: () => ({ ...reads.evidence, ...evidenceWrites(db, context) }),
    messages: () => ({ ...reads.messages, ...messageWrites(db, context) }),
    audit: () => reads.audit,
    pushes: () => pushWrites(db, context),
    record: () => record,
  });
}

/** The same object whenever it is asked for again. */
function onDemand<All extends object>(make: { readonly [Name in keyof All]: () => All[Name] }): All {
  const made: Partial<All> = {};
  const all = Object.create(null) as All;
  for (const name of Object.keys(make) as (keyof All)[])
    Object.defineProperty(all, name, { enumerable: true, get: () => (made[name] ??= make[name]()) });
  return all;
}

function allAccountReads(db: Kysely<Tables>, context: StoreContext): AccountReads {
  return { ...accountReads(db, context), ...sessionReads(db, context), ...accountRequestReads(db, context) };
}

function allLedgerReads(db: Kysely<Tables>, context: StoreContext): LedgerReads {
  return {
    ...ledgerReads(db, context),
    ...itemReads(db, context),
    ...ratingReads(db, context),
    ...historyReads(db, context),
    ...windowReads(db, context),
  };
}
