/** Everything use cases need, made for real: the one place besides main.ts that knows every adapter. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { toInstant } from "#core/kernel/instant.ts";
import type { ServiceConfig } from "./config.ts";
import { digest } from "./crypto/digest.ts";
import { openVault } from "./crypto/open-vault.ts";
import { argon2Hasher } from "./crypto/password-hasher.ts";
import { systemRandomness } from "./crypto/random.ts";
import { tokenHash } from "./crypto/token-hash.ts";
import { buildFieldCatalogue } from "#core/people/field/field-catalogue.ts";
import { createDocuments } from "./documents/documents.ts";
import { localEvidenceFiles } from "./evidence/local-evidence-files.ts";
import { fullPinyinOf } from "./pinyin/full-pinyin-of.ts";
import { initialsOf } from "./pinyin/initials-of.ts";
import { countingThreads } from "./population/counting-threads.ts";
import { deflatePacking } from "./population/deflate-packing.ts";
import { loadWorkingDays } from "./shipped/shipped-calendar.ts";
import { localPopulationFiles } from "./population/local-population-files.ts";
import { SHIPPED } from "./shipped/shipped-folder.ts";
import { loadCatalogueData, loadRecordChecks } from "./shipped/shipped-records.ts";
import { shippedReportSets } from "./shipped/shipped-report.ts";
import { loadProcedureRules } from "./shipped/procedure-rules.ts";
import { shippedTemplatesIn } from "./shipped/shipped-templates.ts";
import { fileAnchor } from "./store/chain-anchor.ts";
import { openStore } from "./store/open-store.ts";
import type { Clock } from "./ports/surroundings.ts";
import { createOrganisationCache } from "./usecases/organisation-cache.ts";
import { createFindingsCache } from "./usecases/record/check/findings-cache.ts";
import { WORTH_THREADS } from "./usecases/report/numbers/kept/build-kept.ts";
import { createKeptReports } from "./usecases/report/numbers/kept/kept-reports.ts";
import { WORTH_SAVING } from "./usecases/report/numbers/kept/saved-form.ts";
import { createFrozenReports } from "./usecases/report/tracing/frozen-reports.ts";
import type { Services } from "./usecases/services.ts";
import { createWorkbooks } from "./workbook/workbooks.ts";

export interface Composition {
  readonly services: Services;
  /** Ends counting, waits for what else is under way and closes the store. */
  readonly close: () => Promise<void>;
}

/** What counts a part of all people in a thread of its own. */
const COUNTING_THREAD = new URL("./counting-thread.ts", import.meta.url);

const SYSTEM_CLOCK: Clock = { now: () => toInstant(Date.now()) };

/** @param different what a test chooses instead: its clock, say. @throws StoreProblem, KeyFileProblem */
export async function composeServices(config: ServiceConfig, different: Partial<Services> = {}): Promise<Composition> {
  const { dataFolder, db, limits, policy } = config;
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const vault = await openVault(dataFolder);
  const store = await openStore(db, { vault, anchor: fileAnchor(join(dataFolder, "anchor"), vault) });
  const clock = different.clock ?? SYSTEM_CLOCK;
  const data = await loadCatalogueData(SHIPPED);
  const catalogue = buildFieldCatalogue(data);
  const procedureRules = await loadProcedureRules(SHIPPED);
  const threads = countingThreads(COUNTING_THREAD, db);
  const services: Services = {
    store,
    clock,
    random: systemRandomness,
    hasher: argon2Hasher(),
    tokenHash,
    digest,
    files: await localEvidenceFiles({ folder: join(dataFolder, "evidence"), clock }),
    workbooks: createWorkbooks(),
    documents: createDocuments(),
    shipped: shippedTemplatesIn(join(SHIPPED, "ledgers")),
    catalogue,
    procedureRules,
    recordChecks: await loadRecordChecks(SHIPPED, { catalogue, procedures: procedureRules }),
    reportSets: await shippedReportSets(join(SHIPPED, "annual-report"), data),
    workingDays: await loadWorkingDays(SHIPPED),
    limits,
    pinyin: { initialsOf, fullOf: fullPinyinOf },
    policy,
    organisations: createOrganisationCache(),
    findings: createFindingsCache(),
    reports: createKeptReports(),
    frozenReports: createFrozenReports(),
    packing: deflatePacking,
    populationFiles: localPopulationFiles(join(dataFolder, "population"), systemRandomness),
    worthSaving: WORTH_SAVING,
    countingThreads: threads,
    worthThreads: WORTH_THREADS,
    ...different,
  };
  return { services, close: () => threads.close().then(() => store.close()) };
}
