import type { Kysely } from "kysely";
import type { ChainHead, ChainVerdict } from "#service/ports/audit.ts";
import { CHAIN_START, hashOf, headOf, type AuditRow } from "./audit-chain.ts";
import { columnsOf, type Tables } from "../tables.ts";

const BLOCK = 1000;

/**
 * Walks the chain from its first entry, a block at a time, and compares its end with the head and with the anchor.
 * @param anchored read before the walk began: the chain only grows, so it must hold that entry.
 */
export async function walkChain(db: Kysely<Tables>, anchored: ChainHead | "forged" | undefined): Promise<ChainVerdict> {
  let last = CHAIN_START;
  let hashAtAnchor = CHAIN_START.hash;
  for (;;) {
    const block = await blockAfter(db, last.number);
    for (const row of block) {
      const fault = faultOf(row, last);
      if (fault) return { code: "broken", ...fault };
      last = { number: last.number + 1, hash: row.hash ?? "" };
      if (last.number === numberOf(anchored)) hashAtAnchor = last.hash;
    }
    if (block.length < BLOCK) break;
  }
  return (await verdictOnHead(db, last)) ?? verdictOnAnchor(anchored, last, hashAtAnchor);
}

export async function isInChain(db: Kysely<Tables>, { number, hash }: ChainHead): Promise<boolean> {
  if (number === CHAIN_START.number) return hash === CHAIN_START.hash;
  const found = db.selectFrom("audit_entry").select("number").where("number", "=", number).where("hash", "=", hash);
  return (await found.executeTakeFirst()) !== undefined;
}

async function blockAfter(db: Kysely<Tables>, number: number): Promise<readonly AuditRow[]> {
  const query = db
    .selectFrom("audit_entry")
    .select(columnsOf("audit_entry"))
    .where("number", ">", number)
    .orderBy("number")
    .limit(BLOCK);
  return (await query.execute()) as readonly AuditRow[];
}

function faultOf(
  row: AuditRow,
  last: ChainHead,
): { readonly at: number; readonly what: "hash" | "gap" | "link" } | undefined {
  const at = last.number + 1;
  if (row.number !== at) return { at, what: "gap" };
  if (row.previous_hash !== last.hash) return { at, what: "link" };
  return hashOf(withoutHash(row)) === row.hash ? undefined : { at, what: "hash" };
}

function withoutHash({ hash: _hash, ...row }: AuditRow): Omit<AuditRow, "hash"> {
  return row;
}

/** The head row tells how long the chain was when it was last written. */
async function verdictOnHead(db: Kysely<Tables>, last: ChainHead): Promise<ChainVerdict | undefined> {
  const head = await headOf(db);
  if (head.number > last.number) return { code: "cut", entries: last.number, anchored: head.number };
  return head.number === last.number && head.hash === last.hash
    ? undefined
    : { code: "broken", at: last.number, what: "link" };
}

function verdictOnAnchor(
  anchored: ChainHead | "forged" | undefined,
  last: ChainHead,
  hashAtAnchor: string,
): ChainVerdict {
  const intact: ChainVerdict = { code: "intact", entries: last.number, head: last.hash };
  if (anchored === undefined) return last.number === 0 ? intact : { code: "anchor-missing", entries: last.number };
  if (anchored === "forged") return { code: "anchor-mismatch", at: last.number };
  if (anchored.number > last.number) return { code: "cut", entries: last.number, anchored: anchored.number };
  return anchored.hash === hashAtAnchor ? intact : { code: "anchor-mismatch", at: anchored.number };
}

function numberOf(anchored: ChainHead | "forged" | undefined): number | undefined {
  return typeof anchored === "object" ? anchored.number : undefined;
}
