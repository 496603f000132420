import { parseDay, toInstant, type Day, type Instant } from "#core/kernel/instant.ts";
import { toId } from "#core/kernel/ids.ts";
import type { Person } from "#core/people/person/person.ts";
import type { TemplateBody } from "#core/ledger/template/template.ts";
import type { AccountRecord, TemplateVersionRecord } from "#service/ports/records.ts";
import type { Services } from "#service/usecases/services.ts";
import { demoAccounts } from "./demo-accounts.ts";
import { demoOwners, type DemoOwner } from "./demo-casts.ts";
import { demoFile } from "./demo-files.ts";
import type { DemoProgress } from "./demo-journey.ts";
import { demoLedger, demoLedgerId, type DemoLedger } from "./demo-ledger.ts";
import { demoDues } from "./people/demo-dues.ts";
import { demoRecords } from "./people/demo-records.ts";
import { demoUnitRecords } from "./demo-unit-records.ts";
import { demoOrganisation, type DemoOrganisation } from "./demo-organisation.ts";
import { demoSummary, type DemoSummary } from "./demo-summary.ts";
import { demoWindows } from "./demo-windows.ts";
import { seededRandom, type SeededRandom } from "./seeded-random.ts";

export interface DemoOptions {
  readonly people: number;
  readonly seed: number;
  readonly password: string;
  /** The demo's "today": its year is open, the year before is closed. */
  readonly today: Day;
  /** Bodies as shipped; each is published for this year and the year before. */
  readonly templates: readonly TemplateBody[];
  readonly onProgress: (what: string) => void;
}

type DemoServices = Pick<Services, "store" | "hasher" | "files">;

const LEDGERS_PER_WRITE = 40;
const MEMBERS_WITH_LEDGER = 0.3;
/** Counted, not left to chance: a small demo shows every state, too. */
const VOIDED_EVERY = 50;

/**
 * A whole invented medical university, the same for the same seed and day: units, people, accounts, two years of
 * ledgers in every state. Item states come out of the rules themselves; evidence is real files.
 */
export async function fillDemo(services: DemoServices, options: DemoOptions): Promise<DemoSummary> {
  const random = seededRandom(options.seed);
  const year = Number(options.today.slice(0, 4));
  const at = startOf(options.today);
  options.onProgress("organisation");
  const organisation = demoOrganisation(options.people, dayIn(year - 3), random);
  const hashes = await Promise.all(Array.from({ length: 8 }, () => services.hasher.hash(options.password)));
  const accounts = demoAccounts(organisation, { at, hashes });
  const records = demoRecords(organisation, options.today, seededRandom(options.seed));
  await saveOrganisation(services, { organisation, records, accounts, at });
  options.onProgress("records");
  await saveYear(services, { organisation, records, accounts, options });
  const versions = [year - 1, year].flatMap((each, turn) =>
    options.templates.map((body, index) => demoVersion({ ...body, year: each }, index + 1, turn + 1)),
  );
  await saveTemplates(services, { versions, organisation, options });
  const owners = demoOwners(organisation, accounts);
  const ledgers = versions.flatMap((version) => ledgersOf({ version, owners, random, options }));
  let evidence = 0;
  for (let start = 0; start < ledgers.length; start += LEDGERS_PER_WRITE) {
    options.onProgress(`ledgers ${String(start)}/${String(ledgers.length)}`);
    evidence += await saveLedgers(services, ledgers.slice(start, start + LEDGERS_PER_WRITE), random);
  }
  return demoSummary({ organisation, accounts, ledgers: ledgers.length, evidence });
}

interface OrganisationToSave {
  readonly organisation: DemoOrganisation;
  readonly records: readonly Person[];
  readonly accounts: readonly AccountRecord[];
  readonly at: Instant;
}

async function saveOrganisation(
  { store }: DemoServices,
  { organisation, records, accounts, at }: OrganisationToSave,
): Promise<void> {
  await store.write(async (tx) => {
    await tx.organisation.saveUnits(organisation.units);
    // Memberships come with the records.
    await tx.people.insert(records);
    await tx.organisation.savePosts(organisation.posts.filter(({ kind }) => kind !== "member"));
    await tx.accounts.saveAccounts(accounts);
    tx.record({
      at,
      accountId: null,
      from: "cli",
      action: "fill-demo",
      record: "service:demo",
      outcome: "done",
      why: "",
      fields: [],
    });
  });
}

interface YearToSave {
  readonly organisation: DemoOrganisation;
  readonly records: readonly Person[];
  readonly accounts: readonly AccountRecord[];
  readonly options: DemoOptions;
}

/** What is known of the units, and a year of dues. */
async function saveYear(
  { store }: DemoServices,
  { organisation, records, accounts, options }: YearToSave,
): Promise<void> {
  const { today, seed } = options;
  const takers = new Map(accounts.map((account) => [account.unitId, account]));
  const payments = demoDues(records, { today, taker: (unitId) => takers.get(unitId) });
  const unitRecords = demoUnitRecords(organisation, today, seededRandom(seed));
  await store.write(async (tx) => {
    await tx.units.saveRecords(unitRecords);
    await tx.procedures.insertPayments(payments);
  });
}

interface TemplatesToSave {
  readonly versions: readonly TemplateVersionRecord[];
  readonly organisation: DemoOrganisation;
  readonly options: DemoOptions;
}

async function saveTemplates(
  { store }: DemoServices,
  { versions, organisation, options }: TemplatesToSave,
): Promise<void> {
  const root = organisation.units.find((unit) => unit.parentId === null);
  if (!root) throw new Error("a demo has a committee");
  await store.write(async (tx) => {
    for (const version of versions) await tx.templates.insertVersion(version);
    for (const window of demoWindows(root.id, options.today)) await tx.ledgers.saveWindow(window);
  });
}

function demoVersion(body: TemplateBody, number: number, version: number): TemplateVersionRecord {
  const templateId = `template-${String(number)}`;
  const id = toId<TemplateVersionRecord["id"]>(`${templateId}-${String(version)}`);
  return {
    id,
    templateId: toId(templateId),
    version,
    state: "published",
    body,
    revision: 1,
    publishedAt: startOf(dayIn(body.year)),
  };
}

interface LedgersToMake {
  readonly version: TemplateVersionRecord;
  readonly owners: readonly DemoOwner[];
  readonly random: SeededRandom;
  readonly options: DemoOptions;
}

/** Every unit has a ledger of the first template of its level; other templates and members' ledgers are made by some. */
function ledgersOf({ version, owners, random, options }: LedgersToMake): readonly DemoLedger[] {
  const { body, templateId } = version;
  const first =
    options.templates.findIndex((other) => other.level === body.level) === Number(templateId.split("-")[1]) - 1;
  const share = !first ? 0.1 : body.level === "member" ? MEMBERS_WITH_LEDGER : 1;
  const past = body.year < Number(options.today.slice(0, 4));
  return owners
    .filter((owner) => owner.level === body.level && (share === 1 || random.chance(share)))
    .map((owner, index) => {
      const key = `${String(body.year)}-${owner.personId ?? owner.unitId}`;
      const state = index % VOIDED_EVERY === VOIDED_EVERY - 1 ? ("voided" as const) : ("open" as const);
      const ledger = {
        id: demoLedgerId(templateId, key),
        ownerKind: owner.personId ? ("member" as const) : ("unit" as const),
        unitId: owner.unitId,
        personId: owner.personId,
        name: `${owner.title}${String(body.year)}年度工作台账`,
        state,
      };
      const to = past ? startOf(dayIn(body.year, "12-20")) : startOf(options.today);
      return demoLedger({
        version,
        ledger,
        cast: owner.cast,
        progress: progressOf(past, random),
        random,
        from: startOf(dayIn(body.year)),
        to,
      });
    });
}

/** Last year is nearly finished and settled; this year stands anywhere between untouched and complete. */
function progressOf(past: boolean, random: SeededRandom): DemoProgress {
  if (past) return { evidence: 0.97, challenged: 0.1, answered: 1, ruled: 1 };
  return { evidence: random.pick([0, 0.35, 0.7, 0.85, 1]), challenged: 0.16, answered: 0.7, ruled: 0.5 };
}

async function saveLedgers(
  { store, files }: DemoServices,
  ledgers: readonly DemoLedger[],
  random: SeededRandom,
): Promise<number> {
  const uploads = ledgers.flatMap(({ ledger, evidence }) =>
    evidence.map((one) => ({ ledger, ...one, file: demoFile(one.item.texts["task"] ?? "", random) })),
  );
  const received = await Promise.all(
    uploads.map(
      async ({ file }) =>
        await files.receive({ fileName: file.fileName, content: oneChunk(file.bytes), mostBytes: file.bytes.length }),
    ),
  );
  await store.write(async (tx) => {
    for (const { ledger, items, history, ratings } of ledgers) {
      await tx.ledgers.insertLedger(ledger);
      await tx.ledgers.saveItems(items);
      await tx.ledgers.addHistory(history);
      await tx.ledgers.saveRatings(ratings);
      tx.record({
        at: ledger.createdAt,
        accountId: null,
        from: "cli",
        action: "fill-demo",
        record: `ledger:${ledger.id}`,
        outcome: "done",
        why: "",
        fields: [],
      });
    }
    for (const [index, { ledger, item, by, at, file }] of uploads.entries()) {
      const stored = received[index];
      if (!stored?.ok) throw new Error(`demo file refused: ${file.fileName}`);
      const id = toId<Parameters<typeof tx.evidence.remove>[0]>(`evidence-${ledger.id}-${item.key}-${String(index)}`);
      await tx.evidence.insert({
        id,
        ledgerId: ledger.id,
        item: item.key,
        fileName: file.fileName,
        ...stored.value,
        uploadedBy: by.accountId,
        uploadedAt: at,
      });
    }
  });
  return uploads.length;
}

async function* oneChunk(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(bytes);
}

function startOf(day: Day): Instant {
  return toInstant(Date.parse(`${day}T01:00:00.000Z`));
}

function dayIn(year: number, monthAndDay = "01-08"): Day {
  const day = parseDay(`${String(year)}-${monthAndDay}`);
  if (!day) throw new Error(`no such year: ${String(year)}`);
  return day;
}
