import { randomUUID } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import type { AuditEntry, ChainHead } from "#service/ports/audit.ts";
import type { ChainAnchor } from "#service/ports/chain-anchor.ts";
import type { Store, StoreWrites } from "#service/ports/store.ts";
import type { Vault } from "#service/ports/vault.ts";
import { AnchorKeeper } from "./chain/anchor-keeper.ts";
import { appendToChain, CHAIN_START, headOf } from "./chain/audit-chain.ts";
import type { Engine } from "./engine/engine.ts";
import { openEngine } from "./engine/open-engine.ts";
import { keyCheckWith, readKeyCheck } from "./key-check.ts";
import { putRows } from "./rows/put-rows.ts";
import { readsOn, writesOn } from "./repositories.ts";
import type { StoreContext } from "./store-context.ts";
import { StoreProblem } from "./store-problem.ts";
import type { Tables } from "./tables.ts";
import { isInChain, walkChain } from "./chain/verify-chain.ts";

export interface StoreSurroundings {
  readonly vault: Vault;
  readonly anchor: ChainAnchor;
}

/**
 * Opens or makes the database and brings it up to date.
 * @param address `sqlite:PATH` or `postgres://...`
 * @throws StoreProblem
 */
export async function openStore(address: string, surroundings: StoreSurroundings): Promise<Store> {
  const engine = await openEngine(address);
  try {
    const context = { dialect: engine.dialect, vault: surroundings.vault };
    const head = await engine.write((db) => prepare(db, context));
    if (head.number === 0) await surroundings.anchor.begin(head);
    return storeOn(engine, context, surroundings.anchor);
  } catch (error) {
    await engine.close();
    throw error;
  }
}

function storeOn(engine: Engine, context: StoreContext, anchor: ChainAnchor): Store {
  const keeper = new AnchorKeeper(anchor, (head) => engine.read((db) => isInChain(db, head)));
  const underWay = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;
  const whileOpen = async <T>(work: () => Promise<T>): Promise<T> => {
    if (closing) throw new StoreProblem("closed", "the store is closed");
    const working = work();
    underWay.add(working);
    try {
      return await working;
    } finally {
      underWay.delete(working);
    }
  };
  const close = async (): Promise<void> => {
    await Promise.allSettled(underWay);
    await keeper.flush().finally(() => engine.close());
  };
  return {
    read: (work) => whileOpen(() => engine.read((db) => work(readsOn(db, context)))),
    write: (work) =>
      whileOpen(async () => {
        const { answer, head } = await engine.write((db) => writing(db, context, work));
        if (head) keeper.follow(head);
        return answer;
      }),
    verifyChain: () =>
      whileOpen(async () => {
        await keeper.flush();
        const anchored = await anchor.read();
        return await engine.read((db) => walkChain(db, anchored));
      }),
    close: () => (closing ??= close()),
  };
}

interface Written<T> {
  readonly answer: T;
  readonly head: ChainHead | undefined;
}

/** One transaction: the work, then what it has to say in the audit. */
async function writing<T>(
  db: Transaction<Tables>,
  context: StoreContext,
  work: (tx: StoreWrites) => Promise<T>,
): Promise<Written<T>> {
  const entries: AuditEntry[] = [];
  const answer = await work(writesOn(db, context, (entry) => entries.push(entry)));
  const head = entries.length > 0 ? await appendToChain(db, context, entries) : undefined;
  return { answer, head };
}

/**
 * The rows every database has; two processes may come here at once. @returns the chain's head.
 * @throws StoreProblem when the keys do not fit.
 */
async function prepare(db: Kysely<Tables>, { dialect, vault }: StoreContext): Promise<ChainHead> {
  const service = { id: 1, service_id: randomUUID(), organisation_revision: 0, key_check: keyCheckWith(vault) };
  await putRows(db, dialect, { table: "service", rows: [service], existing: "keep" });
  await putRows(db, dialect, { table: "chain_head", rows: [{ id: 1, ...CHAIN_START }], existing: "keep" });
  await readKeyCheck(db, vault);
  return await headOf(db);
}
