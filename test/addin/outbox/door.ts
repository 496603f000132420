import assert from "node:assert/strict";
import type { PushAnswer, PushEdit, PushRequest } from "#core/protocol/push.ts";
import type { Sender } from "#addin/outbox/outbox-entry.ts";
import { Outbox } from "#addin/outbox/outbox.ts";
import type { Answer, ClientRefusal } from "#addin/service-client/client-refusal.ts";
import { MemoryStorage } from "#test/fakes/desk/memory-storage.ts";

export const ANNA: Sender = { service: "svc", accountId: "a", accountName: "anna", post: "p1" };
export const BORIS: Sender = { service: "svc", accountId: "b", accountName: "boris", post: null };
export const LEDGER = { service: "svc", ledger: "led" };

export function edit(field: string, value: PushEdit["value"], baseRevision = 1): PushEdit {
  return { record: "ledger:led/q1", field, baseRevision, value };
}

/** One desk with a door that answers as a test says: each edit is accepted with the next revision unless told otherwise. */
export class Door {
  readonly storage = new MemoryStorage();
  readonly asked: PushRequest[] = [];
  refusal: ClientRefusal | null = null;
  now = 1_780_000_000_000;
  waits: { milliseconds: number; then: () => void }[] = [];
  #keys = 0;
  hold: Promise<void> = Promise.resolve();

  outbox(storage: MemoryStorage | null = this.storage): Outbox {
    return new Outbox({
      storage,
      push: (_ledger, request) => this.#push(request),
      newKey: () => `key-${String((this.#keys += 1)).padStart(4, "0")}`,
      now: () => this.now,
      wait: (milliseconds, then) => {
        const waiting = { milliseconds, then };
        this.waits.push(waiting);
        return () => (this.waits = this.waits.filter((other) => other !== waiting));
      },
    });
  }

  async #push(request: PushRequest): Promise<Answer<PushAnswer>> {
    this.asked.push(request);
    await this.hold;
    if (this.refusal) return { ok: false, refusal: this.refusal };
    const outcomes = request.edits.map(
      ({ baseRevision }) => ({ result: "accepted", revision: baseRevision + 1 }) as const,
    );
    return { ok: true, value: { change: 1, outcomes } };
  }

  get values(): readonly unknown[] {
    return this.asked.map(({ edits }) => edits.map(({ value }) => value));
  }
}

export function queue(outbox: Outbox, ...edits: readonly PushEdit[]): string {
  const added = outbox.add({ ...LEDGER, title: "台账", edits });
  assert.ok(added.ok, JSON.stringify(added));
  return added.value;
}

/** Status, edits and tries of each entry. */
export function statuses(outbox: Outbox): readonly (readonly [string, number, number])[] {
  return outbox.state.entries.map(({ status, count, tries }) => [status, count, tries] as const);
}
