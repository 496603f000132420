import type { AccountReads, AccountWrites } from "./accounts.ts";
import type { AuditEntry, AuditReads, ChainVerdict } from "./audit.ts";
import type { EvidenceReads, EvidenceWrites } from "./evidence.ts";
import type { LedgerReads, LedgerWrites } from "./ledgers.ts";
import type { MessageReads, MessageWrites } from "./messages.ts";
import type { OrganisationReads, OrganisationWrites } from "./organisation.ts";
import type { PushWrites } from "./pushes.ts";
import type { PeopleReads, PeopleWrites } from "./records/people.ts";
import type { ProcedureReads, ProcedureWrites } from "./records/procedures.ts";
import type { NoteReads, NoteWrites } from "./records/record-notes.ts";
import type { StagingReads, StagingWrites } from "./records/staging.ts";
import type { UnitRecordReads, UnitRecordWrites } from "./records/unit-records.ts";
import type { PopulationReads } from "./reports/report-populations.ts";
import type { ReportReads, ReportWrites } from "./reports/reports.ts";
import type { TemplateReads, TemplateWrites } from "./templates.ts";

/**
 * The one true copy. `write` is one transaction: everything in it, its audit entries and its push outcome are
 * committed together or not at all; on SQLite writers wait in one queue, on PostgreSQL it is READ COMMITTED and a
 * deadlock or serialization failure is retried from the start, so `work` must have no other effect.
 */
export interface Store {
  read<T>(work: (tx: StoreReads) => Promise<T>): Promise<T>;
  write<T>(work: (tx: StoreWrites) => Promise<T>): Promise<T>;
  verifyChain(): Promise<ChainVerdict>;
  close(): Promise<void>;
}

/** One port per subject; a use case names the ones it needs. */
export interface StoreReads {
  readonly organisation: OrganisationReads;
  readonly people: PeopleReads;
  readonly units: UnitRecordReads;
  readonly notes: NoteReads;
  readonly staging: StagingReads;
  readonly procedures: ProcedureReads;
  readonly reports: ReportReads;
  readonly populations: PopulationReads;
  readonly accounts: AccountReads;
  readonly templates: TemplateReads;
  readonly ledgers: LedgerReads;
  readonly evidence: EvidenceReads;
  readonly messages: MessageReads;
  readonly audit: AuditReads;
}

export interface StoreWrites extends StoreReads {
  readonly organisation: OrganisationReads & OrganisationWrites;
  readonly people: PeopleReads & PeopleWrites;
  readonly units: UnitRecordReads & UnitRecordWrites;
  readonly notes: NoteReads & NoteWrites;
  readonly staging: StagingReads & StagingWrites;
  readonly procedures: ProcedureReads & ProcedureWrites;
  readonly reports: ReportReads & ReportWrites;
  readonly accounts: AccountReads & AccountWrites;
  readonly templates: TemplateReads & TemplateWrites;
  readonly ledgers: LedgerReads & LedgerWrites;
  readonly evidence: EvidenceReads & EvidenceWrites;
  readonly messages: MessageReads & MessageWrites;
  readonly pushes: PushWrites;
  /** Appended to the chain just before commit. */
  record(entry: AuditEntry): void;
}
