import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { LedgerAction } from "#core/access/decide.ts";
import type { LedgerList } from "#core/protocol/ledgers.ts";
import type { Outcome, PushAnswer, PushEdit } from "#core/protocol/push.ts";
import type { LedgerView } from "#core/sheet/ledger/ledger-view.ts";
import { Oracle, type AskedLedger, type Asker } from "#test/core/access/oracle.ts";
import { aRandomWorld, type RandomWorld } from "#test/core/access/random-world.ts";
import type { HttpClient } from "#test/environment/http-client.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import {
  accountNameOf,
  existingLedgers,
  ITEM,
  ledgerIdOf,
  LISTED_CLASS,
  nameOf,
  QUALITATIVE_ITEM,
  saveWorld,
} from "./saved-world.ts";

const WORLDS = 8;
const SEED = 20260601;

/** The oracle knows ledgers by their own names; substitutes are named for the ids that the service has. */
function servedWorld(random: RandomWorld): RandomWorld {
  const people = new Set(random.world.posts.map((post) => post.person));
  const ledgers = random.ledgers.map((ledger) => ({ ...ledger, id: ledgerIdOf(ledger) }));
  const substitutes = random.world.substitutes
    .filter(({ person }) => people.has(person))
    .map((substitute) => ({ ...substitute, ledger: ledgerIdOf({ id: substitute.ledger }) }));
  const lists = random.world.lists.filter(({ person }) => people.has(person));
  return { ...random, ledgers, world: { ...random.world, substitutes, lists } };
}

describe("L14 over HTTP, against the oracle", function () {
  this.timeout(240_000);

  for (const [index, sample] of fc.sample(aRandomWorld, { numRuns: WORLDS, seed: SEED }).entries()) {
    it(`L14 A9 lists, counts, searches, openings and pushes show and allow what the oracle says (organisation ${index + 1})`, async () => {
      const random = servedWorld(sample);
      const service = await startTestService({ empty: true });
      try {
        await saveWorld(service, random);
        for (const asker of random.askers) await checkAsker(service, random, asker);
      } finally {
        await service.close();
      }
    });
  }
});

async function checkAsker(service: TestService, random: RandomWorld, asker: Asker): Promise<void> {
  const client = await signInAs(service, asker);
  const oracle = new Oracle(random.world);
  const ledgers = existingLedgers(random);
  const readable = ledgers.filter((ledger) => oracle.reads(asker, ledger));
  await checkLists(client, { ledgers, readable });
  for (const ledger of ledgers) await checkOpening(client, ledger, (action) => oracle.decide(asker, ledger, action));
  await checkPush(client, { ledgers, readable }, { oracle, asker });
}

async function signInAs(service: TestService, asker: Asker): Promise<HttpClient> {
  const name = accountNameOf(asker);
  await service.alterAccount(name, { permission: asker.readOnly ? "read-only" : "read-write" });
  const client = await service.signIn(name);
  if (asker.account.of === "person") {
    const { person, kind, unit } = asker.account;
    await client.ask("POST", "/session/post", { postId: `${person} ${kind} ${unit}` });
  }
  return client;
}

interface Ledgers {
  readonly ledgers: readonly AskedLedger[];
  readonly readable: readonly AskedLedger[];
}

async function checkLists(client: HttpClient, { ledgers, readable }: Ledgers): Promise<void> {
  const list = await client.ask<LedgerList>("GET", "/ledgers?most=200");
  assert.deepEqual(list.ledgers.map(({ id }) => id).toSorted(), readable.map(({ id }) => id).toSorted());
  assert.equal(list.total, readable.length);
  assert.deepEqual(list.years, readable.length === 0 ? [] : [2026]);
  const first = await client.ask<LedgerList>("GET", "/ledgers?most=1");
  assert.deepEqual([first.total, first.next === null], [readable.length, readable.length <= 1]);
  for (const ledger of ledgers.slice(0, 6)) {
    const found = await client.ask<LedgerList>("GET", `/ledgers?search=${encodeURIComponent(nameOf(ledger))}`);
    assert.equal(found.total, readable.includes(ledger) ? 1 : 0, ledger.id);
  }
}

async function checkOpening(
  client: HttpClient,
  ledger: AskedLedger,
  decide: (action: LedgerAction) => string,
): Promise<void> {
  const answer = await client.call("GET", `/ledgers/${ledger.id}`);
  const readable = decide("read") === "allowed";
  assert.equal(answer.status, readable ? 200 : 404, ledger.id);
  const evidence = await client.call("GET", `/ledgers/${ledger.id}/items/${ITEM}/evidence`);
  assert.equal(evidence.status, answer.status);
  if (!readable) return;
  const view = answer.body as LedgerView;
  assert.equal(view.viewer === "leader" || view.viewer === "superior", decide("see-raters") === "allowed", ledger.id);
  assert.equal(view.name.mayEdit, decide("reword") === "allowed");
  const mayScore = (["score-self", "challenge", "rule"] as const).some((action) => decide(action) === "allowed");
  assert.equal(view.items[0]?.mayScore, mayScore, ledger.id);
}

interface Judge {
  readonly oracle: Oracle;
  readonly asker: Asker;
}

/** Edits that change nothing where they are allowed: the answer tells who may, and the next asker finds the same ledgers. */
async function checkPush(client: HttpClient, { ledgers, readable }: Ledgers, { oracle, asker }: Judge): Promise<void> {
  const door = readable[0];
  if (!door) return;
  const sent = ledgers.flatMap((ledger) => editsOf(ledger).map((edit) => ({ ledger, edit })));
  const body = { key: `oracle-${client.me.accountId}-${String(asker.readOnly)}`, edits: sent.map(({ edit }) => edit) };
  if (asker.readOnly) {
    assert.equal((await client.refusal("POST", `/ledgers/${door.id}/push`, body)).code, "read-only");
    return;
  }
  const { outcomes } = await client.ask<PushAnswer>("POST", `/ledgers/${door.id}/push`, body);
  for (const [index, { ledger, edit }] of sent.entries()) {
    const expected = expectedOutcome(edit, (action) => oracle.decide(asker, ledger, action));
    assert.equal(shortly(outcomes[index]), expected, JSON.stringify({ asker, ledger, edit }));
  }
}

function editsOf(ledger: AskedLedger): readonly PushEdit[] {
  const item = { record: `ledger:${ledger.id}/${ITEM}`, baseRevision: 1 };
  const rating = { record: `ledger:${ledger.id}/${QUALITATIVE_ITEM}`, baseRevision: 0, value: null };
  return [
    { record: `ledger:${ledger.id}`, field: "name", baseRevision: 1, value: nameOf({ id: ledger.id }) },
    { ...item, field: "score", value: "10" },
    ...["self", "peer", "leader", LISTED_CLASS].map((code) => ({ ...rating, field: `rating.${code}` })),
  ];
}

const FIELD_ACTION: Readonly<Record<string, LedgerAction>> = {
  name: "reword",
  "rating.self": "score-self",
  "rating.peer": "rate-as-peer",
  "rating.leader": "rate-as-leader",
  [`rating.${LISTED_CLASS}`]: "rate-as-listed",
};

function expectedOutcome({ field }: PushEdit, decide: (action: LedgerAction) => string): string {
  if (decide("read") === "invisible") return "not-found";
  const action = FIELD_ACTION[field];
  if (action !== undefined) return decide(action) === "allowed" ? "unchanged" : "forbidden";
  if (decide("score-self") === "allowed") return "unchanged";
  // A ruling with the standing score is one too and wants its reason; a challenge with it challenges nothing.
  if (decide("rule") === "allowed") return "reason-required";
  return decide("challenge") === "allowed" ? "score-unchanged" : "forbidden";
}

function shortly(outcome: Outcome | undefined): string {
  return outcome?.result === "refused" ? outcome.refusal.code : (outcome?.result ?? "nothing");
}
