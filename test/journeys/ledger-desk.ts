import assert from "node:assert/strict";
import type { EvidenceListed, LedgerList } from "#core/protocol/ledgers.ts";
import type { Outcome, PushAnswer, PushEdit } from "#core/protocol/push.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { TemplateView } from "#core/protocol/templates.ts";
import type { LedgerLevel, TemplateBody } from "#core/ledger/template/template.ts";
import type { HandlingWord } from "#core/ledger/handling/handling.ts";
import type { ItemView, LedgerView } from "#core/sheet/ledger/ledger-view.ts";
import { refusalOf, type Answer, type HttpClient } from "#test/environment/http-client.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";
import type { TestService } from "#test/environment/running-service.ts";

type WithReason<T> = T | readonly [value: T, reason: string];

function isReasoned<T>(typed: WithReason<T>): typed is readonly [value: T, reason: string] {
  return Array.isArray(typed);
}

export const A_REASON = "会议记录缺少三次签到";

/** What one signed-in person does with ledgers, over HTTP. Records and revisions are looked up as a sheet would. */
export class LedgerDesk {
  readonly client: HttpClient;
  #keys = 0;

  constructor(client: HttpClient) {
    this.client = client;
  }

  async list(query = ""): Promise<LedgerList> {
    return await this.client.ask<LedgerList>("GET", `/ledgers${query}`);
  }

  async copyNew(template: TemplateView, from?: string): Promise<string> {
    const body = { templateVersionId: template.versionId, ...(from === undefined ? {} : { from }) };
    return (await this.client.ask<{ readonly ledgerId: string }>("POST", "/ledgers", body)).ledgerId;
  }

  async open(ledger: string): Promise<LedgerView> {
    return await this.client.ask<LedgerView>("GET", `/ledgers/${ledger}`);
  }

  async item(ledger: string, key: string): Promise<ItemView> {
    return (await this.open(ledger)).items.find((item) => item.key === key) ?? assert.fail(`no item ${key}`);
  }

  async attach(ledger: string, item: string, file: { readonly name: string; readonly text: string }): Promise<Answer> {
    const headers = { "X-File-Name": encodeURIComponent(file.name), "Content-Type": "application/octet-stream" };
    const bytes = new TextEncoder().encode(file.text);
    return await this.client.call("POST", `/ledgers/${ledger}/items/${item}/evidence`, { bytes, headers });
  }

  async evidence(ledger: string, item: string): Promise<readonly EvidenceListed[]> {
    return await this.client.ask("GET", `/ledgers/${ledger}/items/${item}/evidence`);
  }

  async push(ledger: string, edits: readonly PushEdit[], key?: string): Promise<PushAnswer> {
    this.#keys += 1;
    const sent = { key: key ?? `push-${this.client.me.accountId}-${this.#keys}`, edits };
    return await this.client.ask<PushAnswer>("POST", `/ledgers/${ledger}/push`, sent);
  }

  async pushOne(ledger: string, edit: PushEdit): Promise<Outcome> {
    const { outcomes } = await this.push(ledger, [edit]);
    assert.equal(outcomes.length, 1);
    return outcomes[0] ?? assert.fail("no outcome");
  }

  /** @param typed the score, or the score with its reason. */
  async score(ledger: string, item: string, typed: WithReason<PushEdit["value"]>): Promise<Outcome> {
    return await this.pushOne(ledger, await this.scoreEdit(ledger, item, typed));
  }

  async scoreEdit(ledger: string, item: string, typed: WithReason<PushEdit["value"]>): Promise<PushEdit> {
    const { revision } = await this.item(ledger, item);
    const [value, reason] = isReasoned(typed) ? typed : [typed, undefined];
    const said = reason === undefined ? {} : { reason, acknowledged: true };
    return { record: `ledger:${ledger}/${item}`, field: "score", baseRevision: revision, value, ...said };
  }

  /** @param chosen the word, or the word with the statement or reason that goes with it. */
  async handle(ledger: string, item: string, chosen: WithReason<HandlingWord>): Promise<Outcome> {
    const { revision } = await this.item(ledger, item);
    const [value, reason] = isReasoned(chosen) ? chosen : [chosen, undefined];
    const said = reason === undefined ? {} : { reason };
    const edit = { record: `ledger:${ledger}/${item}`, field: "handling", baseRevision: revision, value, ...said };
    return await this.pushOne(ledger, edit);
  }

  async rate(
    ledger: string,
    raterClass: string,
    scores: Readonly<Record<string, PushEdit["value"]>>,
  ): Promise<readonly Outcome[]> {
    const { ratings } = await this.open(ledger);
    const edits = Object.entries(scores).map(([item, value]): PushEdit => {
      const own = ratings.find((rating) => rating.item === item && rating.raterClass === raterClass)?.own;
      return {
        record: `ledger:${ledger}/${item}`,
        field: `rating.${raterClass}`,
        baseRevision: own?.revision ?? 0,
        value,
      };
    });
    return (await this.push(ledger, edits)).outcomes;
  }
}

export async function deskOf(service: TestService, name: string): Promise<LedgerDesk> {
  return new LedgerDesk(await service.signIn(name));
}

/** Drafts and publishes a template as the organisation department. */
export async function publishTemplate(service: TestService, body: TemplateBody): Promise<TemplateView> {
  const officer = await service.signIn("officer");
  const draft = await officer.ask<TemplateView>("POST", "/templates", { body });
  return await officer.ask<TemplateView>("POST", `/template-versions/${draft.versionId}/publish`);
}

export interface Stages {
  readonly level: LedgerLevel;
  readonly year?: number;
  readonly filling?: readonly [string, string];
  readonly peer?: readonly [string, string];
  readonly leader?: readonly [string, string];
  readonly baseRevision?: number;
}

const ALL_YEAR = ["2026-01-01", "2026-12-31"] as const;

/** Stages that the committee's officer sets for everybody; all three the whole year unless a test says otherwise. */
export async function openStages(service: TestService, stages: Stages): Promise<void> {
  const officer = await service.signIn("officer");
  const { level, year = 2026, filling = ALL_YEAR, peer = ALL_YEAR, leader = ALL_YEAR, baseRevision = 0 } = stages;
  const spans = { filling: spanOf(filling), "peer-review": spanOf(peer), "leader-review": spanOf(leader) };
  const reason = "阶段调整，另行通知";
  await officer.ask("PUT", "/windows", {
    unitId: unitIdOf("c"),
    level,
    year,
    baseRevision,
    spans,
    closed: false,
    reason,
  });
}

function spanOf([from, to]: readonly [string, string]) {
  return { from, to };
}

export function refusedWith(outcome: Outcome | undefined): AnyRefusal["code"] {
  return outcome?.result === "refused" ? outcome.refusal.code : assert.fail(`not refused: ${JSON.stringify(outcome)}`);
}

export function codeOf(answer: Answer): AnyRefusal["code"] {
  return refusalOf(answer).code;
}
