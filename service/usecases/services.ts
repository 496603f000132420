import type { RecordChecks } from "#core/people/check/build-record-checks.ts";
import type { FieldCatalogue } from "#core/people/field/field-catalogue.ts";
import type { ProcedureRules } from "#core/people/procedure/procedure-rules.ts";
import type { WorkingDays } from "#core/report/submission/working-days.ts";
import type { CountingThreads } from "#service/ports/reports/counting-threads.ts";
import type { Documents } from "#service/ports/documents.ts";
import type { EvidenceFiles } from "#service/ports/evidence-files.ts";
import type { Pinyin } from "#service/ports/records/pinyin.ts";
import type { BytePacking, PopulationFiles } from "#service/ports/reports/report-populations.ts";
import type { ReportSets } from "#service/ports/reports/report-sets.ts";
import type { ShippedTemplates } from "#service/ports/shipped-templates.ts";
import type { Store } from "#service/ports/store.ts";
import type { Clock, Digest, PasswordHasher, Randomness, TokenHash } from "#service/ports/surroundings.ts";
import type { Workbooks } from "#service/ports/workbooks.ts";
import type { AccountPolicy } from "./account/account-policy.ts";
import type { OrganisationCache } from "./organisation-cache.ts";
import type { FindingsCache } from "./record/check/findings-cache.ts";
import type { KeptReports } from "./report/numbers/kept/kept-reports.ts";
import type { FrozenReports } from "./report/tracing/frozen-reports.ts";

/** What use cases are given by the composition root. A use case names the ones it needs: `Pick<Services, "store" | "clock">`. */
export interface Services {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly hasher: PasswordHasher;
  readonly tokenHash: TokenHash;
  readonly digest: Digest;
  readonly files: EvidenceFiles;
  readonly workbooks: Workbooks;
  readonly documents: Documents;
  readonly shipped: ShippedTemplates;
  /** Fields and codes of records (M1, M17). */
  readonly catalogue: FieldCatalogue;
  /** The catalogue of record checks (M21). */
  readonly recordChecks: RecordChecks;
  /** Validity of letters, admission, conversion, dues (M7 to M20). */
  readonly procedureRules: ProcedureRules;
  /** Forms of the annual report (R1). */
  readonly reportSets: ReportSets;
  /** Holidays and weekends at work (C4). */
  readonly workingDays: WorkingDays;
  readonly limits: Limits;
  readonly pinyin: Pinyin;
  readonly policy: AccountPolicy;
  readonly organisations: OrganisationCache;
  /** What the record checks said lately. */
  readonly findings: FindingsCache;
  /** Forms that were counted lately. */
  readonly reports: KeptReports;
  /** Submitted reports that were looked into lately. */
  readonly frozenReports: FrozenReports;
  readonly packing: BytePacking;
  readonly populationFiles: PopulationFiles;
  /** People from which on a counted form is kept over a restart: fewer are counted as fast. */
  readonly worthSaving: number;
  readonly countingThreads: CountingThreads;
  /** People from which on a form is counted by threads of their own. */
  readonly worthThreads: number;
}

/** From the configuration. */
export interface Limits {
  readonly evidenceBytes: number;
  readonly workbookBytes: number;
  /** Foreign spreadsheets: whole registers of people. */
  readonly importBytes: number;
  /** 密级 on everything that leaves (A13); null: none is set. */
  readonly secrecyMark: string | null;
}
