/**
 * Ledgers at full size: opening one of 60 items with all raters against a bare read of the same rows, a standing over 1,000
 * ledgers, a push of 500 edits against the statements themselves. Limits as the issue sets them; best of several rounds,
 * because others may be using the machine. Run: npx mocha --timeout 600000 test/bench/ledger.bench.ts
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, before, describe, it } from "mocha";
import {
  toId,
  type ItemKey,
  type LedgerId,
  type TemplateId,
  type TemplateVersionId,
  type UnitId,
} from "#core/kernel/ids.ts";
import type { TemplateBody } from "#core/ledger/template/template.ts";
import type { StandingAnswer } from "#core/protocol/standings.ts";
import type { LedgerRecord } from "#service/ports/records.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { callerOfAccount } from "#service/usecases/load-caller.ts";
import { openLedger } from "#service/usecases/ledger/open-ledger.ts";
import { pushLedgerEdits } from "#service/usecases/ledger/push/push-ledger-edits.ts";
import { viewStanding } from "#service/usecases/standing/view-standing.ts";
import { anItem, aQualitativeItem, aSection, aTemplate } from "#test/builders/ledger-template.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { accountIdOf, personIdOf, unitIdOf } from "#test/environment/small-organisation.ts";
import { openStages } from "#test/journeys/ledger-desk.ts";

const LEDGERS = 1_000;
const ITEMS = 60;
const EDITS = 500;
const QUALITATIVE = 10;
const RATERS = 12;
const ROUNDS = 60;
const OPENINGS = 400;
const MOST = { timesBareRead: 5, requestMs: 15, standingMs: 1_000, timesRaw: 3 } as const;

function bodyOf(name: string, items: number): TemplateBody {
  const quantitative = Array.from({ length: items }, (_, index) =>
    anItem({ key: `q${index}`, number: `${index + 1}` }),
  );
  const qualitative = Array.from({ length: QUALITATIVE }, (_, index) =>
    aQualitativeItem({ key: `l${index}`, name: `测评${index}` }),
  );
  return aTemplate({ name, sections: [aSection({ items: quantitative })], qualitative });
}

const LARGE = {
  id: toId<LedgerId>("led_large"),
  template: toId<TemplateId>("large"),
  version: toId<TemplateVersionId>("large-1"),
};
const USUAL = { template: toId<TemplateId>("usual"), version: toId<TemplateVersionId>("usual-1") };

describe("ledgers at full size", function () {
  this.timeout(300_000);
  let service: TestService;
  let owner: Caller;
  let leader: Caller;
  let officer: Caller;
  let raw: DatabaseSync;

  before(async () => {
    service = await startTestService();
    await openStages(service, { level: "branch" });
    await saveLedgers(service);
    const callerOf = async (name: string) => {
      const caller = await callerOfAccount(service.services, name);
      return caller.ok ? caller.value : assert.fail(name);
    };
    [owner, leader, officer] = [await callerOf("b11"), await callerOf("g1-secretary"), await callerOf("officer")];
    raw = new DatabaseSync(join(service.dataFolder, "taizhang.db"));
    raw.exec("pragma synchronous = full; pragma foreign_keys = on");
  });
  after(async () => {
    raw.close();
    await service.close();
  });

  it(`opening ${ITEMS} items with all raters: within ${MOST.timesBareRead} times a bare read, the request within ${MOST.requestMs} ms`, async () => {
    const id = toId<LedgerId>("led_0");
    const statements = bareReads(raw);
    const bare = await best(() => statements.map((statement) => statement.all()), OPENINGS);
    const useCase = await best(async () => assert.ok((await openLedger(service.services, leader, id)).ok), OPENINGS);
    const client = await service.signIn("g1-secretary");
    const request = await best(async () => assert.equal((await client.call("GET", `/ledgers/${id}`)).status, 200));
    report("open", { bare, useCase, request, times: useCase / bare });
    assert.ok(useCase <= MOST.timesBareRead * bare);
    assert.ok(request <= MOST.requestMs);
  });

  it(`a standing over ${LEDGERS} ledgers within ${MOST.standingMs} ms`, async () => {
    const query = { year: 2026, level: "branch", templateId: USUAL.template, unitId: unitIdOf("c") } as const;
    let answer: StandingAnswer | undefined;
    const standing = await best(async () => {
      const result = await viewStanding(service.services, officer, query);
      answer = result.ok ? result.value : undefined;
    }, 5);
    report("standing", { standing, rows: answer?.rows.length ?? 0 });
    assert.equal(answer?.rows.length, LEDGERS);
    assert.ok(standing <= MOST.standingMs);
  });

  it(`a push of ${EDITS} edits within ${MOST.timesRaw} times the statements themselves`, async () => {
    const direct = await best((round) => pushRaw(raw, round + 1));
    const useCase = await best(async (round) => {
      const edits = Array.from({ length: EDITS }, (_, index) => ({
        ...{
          record: `ledger:${LARGE.id}/q${index}`,
          field: "score",
          baseRevision: round + 1,
          value: round % 2 === 0 ? 7.5 : 8.5,
        },
      }));
      const pushed = await pushLedgerEdits(service.services, owner, {
        ledgerId: LARGE.id,
        request: { key: `round-${round}`, edits },
      });
      assert.ok(pushed.ok && pushed.value.outcomes.every(({ result }) => result === "accepted"));
    });
    report("push", { direct, useCase, times: useCase / direct });
    assert.ok(useCase <= MOST.timesRaw * direct);
  });
});

/** The fastest of all rounds: the first ones warm up, and others may be using the machine. */
async function best(work: (round: number) => unknown, rounds = ROUNDS): Promise<number> {
  let fastest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await work(round);
    fastest = Math.min(fastest, performance.now() - start);
  }
  return fastest;
}

function report(what: string, figures: Readonly<Record<string, number>>): void {
  const rounded = Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, Math.round(value * 100) / 100]),
  );
  process.stdout.write(`${JSON.stringify({ what, ...rounded })}\n`);
}

async function saveLedgers(service: TestService): Promise<void> {
  const at = service.clock.now();
  const version = { version: 1, state: "published", revision: 1, publishedAt: at } as const;
  await service.services.store.write(async (tx) => {
    await tx.templates.insertVersion({
      ...version,
      id: USUAL.version,
      templateId: USUAL.template,
      body: bodyOf("常用台账", ITEMS),
    });
    await tx.templates.insertVersion({
      ...version,
      id: LARGE.version,
      templateId: LARGE.template,
      body: bodyOf("大台账", EDITS),
    });
    const more = Array.from({ length: LEDGERS - 1 }, (_, index) => ({
      ...{
        id: toId<UnitId>(`unit-x${index}`),
        code: `x${index}`,
        name: `第${index}党支部`,
        shortName: `第${index}党支部`,
      },
      ...({ kind: "branch", parentId: unitIdOf("g1"), position: 100 + index } as const),
    }));
    await tx.organisation.saveUnits(more);
    const owners = [unitIdOf("b11"), ...more.map(({ id }) => id)];
    for (const [index, unitId] of owners.entries())
      await saveLedger(tx, aLedger(service, { unitId, id: `led_${index}`, ...USUAL }), ITEMS);
    await saveLedger(tx, aLedger(service, { unitId: unitIdOf("b11"), ...LARGE }), EDITS);
  });
}

interface Made {
  readonly id: string;
  readonly unitId: UnitId;
  readonly template: TemplateId;
  readonly version: TemplateVersionId;
}

function aLedger(service: TestService, { id, unitId, template, version }: Made): LedgerRecord {
  return {
    ...{
      id: toId<LedgerId>(id),
      templateId: template,
      templateVersionId: version,
      level: "branch",
      year: 2026,
      ownerKind: "unit",
    },
    ...{ unitId, personId: null, name: "台账", nameRevision: 1, state: "open", createdAt: service.clock.now() },
  };
}

async function saveLedger(
  tx: Parameters<Parameters<TestService["services"]["store"]["write"]>[0]>[0],
  ledger: LedgerRecord,
  items: number,
): Promise<void> {
  await tx.ledgers.insertLedger(ledger);
  const own = {
    role: "owner",
    accountId: accountIdOf("b11"),
    personId: null,
    score: "9.5",
    at: ledger.createdAt,
    reason: "",
    status: "own",
    statement: "",
  } as const;
  await tx.ledgers.saveItems(
    Array.from({ length: items }, (_, index) => {
      const state = { key: toId<ItemKey>(`q${index}`), evidence: 1, entries: [own], settledWith: [] };
      return { ledgerId: ledger.id, state, score: "9.5", challenges: 0, revision: 1 };
    }),
  );
  const raters = ledger.id === "led_0" ? RATERS : 4;
  await tx.ledgers.saveRatings(
    Array.from({ length: raters * QUALITATIVE }, (_, index) => {
      const rater = `rater${Math.floor(index / QUALITATIVE)}`;
      const rating = {
        item: toId<ItemKey>(`l${index % QUALITATIVE}`),
        raterClass: index % 3 === 0 ? "leader" : "peer",
        score: "8.5",
        revision: 1,
      };
      return {
        ...rating,
        ledgerId: ledger.id,
        raterKey: rater,
        accountId: accountIdOf("b12-secretary"),
        personId: personIdOf("b12-secretary"),
      };
    }),
  );
}

function bareReads(raw: DatabaseSync) {
  return [
    "select * from ledger where id = 'led_0'",
    "select * from template_version where id = 'usual-1'",
    "select * from item where ledger_id = 'led_0' order by item",
    "select * from wording where ledger_id = 'led_0'",
    "select * from rating where ledger_id = 'led_0'",
    "select * from review_window where year = 2026",
    "select * from extension where unit_id = 'unit-b11'",
    "select * from person where id like 'person-b1%'",
    "select * from chain_head",
    "select * from service",
  ].map((statement) => raw.prepare(statement));
}

const SAVE_ITEM = `insert into item (ledger_id, item, state, score, evidence, challenges, revision) values (?, ?, ?, ?, ?, ?, ?)
  on conflict (ledger_id, item) do update set state = excluded.state, score = excluded.score, evidence = excluded.evidence,
  challenges = excluded.challenges, revision = excluded.revision where item.revision = excluded.revision - 1 returning item`;
const ADD_HISTORY = `insert into history (record, field, revision, action, value, at, account_id, who, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Another ledger, so that the use case does not read these rows too. */
const RAW_LEDGER = "led_999";

/** The same rows as the use case writes: items, their history, one audit entry with all its fields, the answer under its key. */
function pushRaw(raw: DatabaseSync, revision: number): void {
  const [saveItem, addHistory] = [raw.prepare(SAVE_ITEM), raw.prepare(ADD_HISTORY)];
  const at = "2026-06-01T01:00:00.000Z";
  const entry = {
    role: "owner",
    accountId: "account-b11",
    personId: null,
    score: "7.5",
    at,
    reason: "",
    status: "own",
    statement: "",
  };
  const fields = Array.from({ length: EDITS }, (_, index) => ({ field: `q${index}.score`, old: "9.5", new: "7.5" }));
  const answer = { change: 1, outcomes: fields.map(() => ({ result: "accepted", revision })) };
  raw.exec("begin immediate");
  for (let index = 0; index < EDITS; index += 1) {
    const state = { key: `raw${index}`, evidence: 1, entries: [entry], settledWith: [] };
    assert.equal(saveItem.all(RAW_LEDGER, `raw${index}`, JSON.stringify(state), "7.5", 1, 0, revision).length, 1);
    addHistory.run(
      `ledger:${RAW_LEDGER}/raw${index}`,
      "score",
      revision,
      "score",
      "7.5",
      at,
      "account-b11",
      "机关第一党支部",
      "",
    );
  }
  raw
    .prepare(
      "insert into audit_entry (number, at, account_id, from_address, action, record, outcome, why, fields, previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .run(
      1_000_000 + revision,
      at,
      "account-b11",
      "127.0.0.1",
      "push",
      `ledger:${LARGE.id}`,
      "done",
      "",
      JSON.stringify(fields),
      "0".repeat(64),
      "0".repeat(64),
    );
  raw
    .prepare("insert into push (account_id, push_key, body_hash, answer, at) values (?, ?, ?, ?, ?)")
    .run("raw", `raw-${revision}`, "0".repeat(64), JSON.stringify(answer), at);
  raw.exec("commit");
}
