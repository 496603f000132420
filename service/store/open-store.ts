import { randomUUID } from "node:crypto";
import { sql, type Kysely, type Transaction } from "kysely";
import type { AuditEntry, ChainHead } from "#service/ports/audit.ts";
import type { ChainAnchor } from "#service/ports/chain-anchor.ts";
import type { Store, StoreWrites } from "#service/ports/store.ts";
import type { Vault } from "#service/ports/vault.ts";
import { AnchorKeeper } from "./anchor-keeper.ts";
import { appendToChain, CHAIN_START, headOf } from "./audit-chain.ts";
import type { Engine } from "./engine/engine.ts";
import { openPostgres } from "./engine/postgres-engine.ts";
import { openSqlite } from "./engine/sqlite-engine.ts";
import { putRows } from "./put-rows.ts";
import { readsOn, writesOn } from "./repositories.ts";
import { RowReader } from "./row-reader.ts";
import { parseStoreAddress } from "./store-address.ts";
import type { StoreContext } from "./store-context.ts";
import { StoreProblem } from "./store-problem.ts";
import type { Tables } from "./tables.ts";
import { isInChain, walkChain } from "./verify-chain.ts";

export interface StoreSurroundings {
  readonly vault: Vault;
  readonly anchor: ChainAnchor;
}

/** Sealed at the first start: who opens it has the right keys. */
const KEY_CHECK = "the keys fit";

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

export async function openEngine(address: string): Promise<Engine> {
  const parsed = parseStoreAddress(address);
  return parsed.engine === "sqlite" ? await openSqlite(parsed.path) : await openPostgres(parsed.url);
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
  const place = { table: "service", key: "1" };
  const sealed = vault.seal(place, { check: KEY_CHECK });
  const check = JSON.stringify([sealed.dataKey, sealed.fields.check]);
  const service = { id: 1, service_id: randomUUID(), organisation_revision: 0, key_check: check };
  await putRows(db, dialect, { table: "service", rows: [service], existing: "keep" });
  await putRows(db, dialect, { table: "chain_head", rows: [{ id: 1, ...CHAIN_START }], existing: "keep" });
  const { rows } = await sql<object>`select key_check from service`.execute(db);
  const [dataKey, stored] = new RowReader("service", rows[0] ?? {}, []).json("key_check", isPair);
  try {
    vault.open(place, { dataKey, fields: { check: stored } });
  } catch (cause) {
    throw new StoreProblem("wrong-key", "the keys do not belong to this database", { cause });
  }
  return await headOf(db);
}

function isPair(value: unknown): value is readonly [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === "string");
}
