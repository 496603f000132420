import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, type KeyObject } from "node:crypto";
import type { PlainFields, RecordPlace, Sealed, Vault } from "#service/ports/vault.ts";
import { freshBytes } from "./fresh-bytes.ts";
import type { KeyRing, KeyVersion } from "./key-ring.ts";

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** What the keys cannot open: other keys, or text that was changed or moved to another place. */
export class SealBroken extends Error {
  constructor(place: RecordPlace, options?: ErrorOptions) {
    super(`${place.table} ${place.key} does not open with these keys`, options);
    this.name = "SealBroken";
  }
}

/**
 * AES-256-GCM. A wrapped data key reads `VERSION.BASE64URL`, so that every key still kept opens what it wrapped;
 * an index reads `VERSION.BASE64URL` too. Keys are key objects throughout: given the bytes instead, each call of
 * `node:crypto` takes five times as long, and a register of 100,000 people makes a million of them.
 */
export function vaultOf(ring: KeyRing): Vault {
  const versions = new Map(ring.keys.map((key) => [key.version, derived(key)]));
  const current = ensureKey(versions.get(ring.current), ring.current);
  const indexers = [current, ...[...versions.values()].filter((key) => key !== current)];

  const checksum = createSecretKey(ring.checksum);

  const unwrap = (place: RecordPlace, dataKey: string): Buffer => {
    const [version = "", wrapped = ""] = dataKey.split(".");
    const key = versions.get(Number(version));
    if (!key) throw new SealBroken(place);
    return decrypt(key.wrapping, Buffer.from(wrapped, "base64url"), { place, field: "data key" });
  };
  const wrap = (place: RecordPlace, key: Buffer): string => {
    const where = { place, field: "data key" };
    return `${current.version}.${encrypt(current.wrapping, key, where).toString("base64url")}`;
  };

  return {
    seal: (place, fields) => {
      const key = freshBytes(KEY_BYTES);
      const keyObject = createSecretKey(key);
      const sealed = mapFields(fields, (text, field) =>
        encrypt(keyObject, Buffer.from(text), { place, field }).toString("base64url"),
      );
      return { dataKey: wrap(place, key), fields: sealed };
    },
    open: (place, { dataKey, fields }) => {
      const key = createSecretKey(unwrap(place, dataKey));
      return mapFields(fields, (text, field) =>
        decrypt(key, Buffer.from(text, "base64url"), { place, field }).toString("utf8"),
      );
    },
    rewrap: (place, dataKey) => wrap(place, unwrap(place, dataKey)),
    index: (purpose, value) => indexWith(current, purpose, value),
    indexes: (purpose, value) => indexers.map((key) => indexWith(key, purpose, value)),
    mac: (purpose, text) => createHmac("sha256", checksum).update(`${purpose}\n${text}`).digest("base64url"),
  };
}

interface DerivedKey {
  readonly version: number;
  readonly wrapping: KeyObject;
  readonly index: KeyObject;
}

/** One secret per version in the key file; what it is used for is told apart by derivation. */
function derived({ version, secret }: KeyVersion): DerivedKey {
  const derive = (purpose: string): KeyObject =>
    createSecretKey(Buffer.from(hkdfSync("sha256", secret, "", purpose, KEY_BYTES)));
  return { version, wrapping: derive("wrapping"), index: derive("index") };
}

function ensureKey(key: DerivedKey | undefined, version: number): DerivedKey {
  if (!key) throw new Error(`the key file has no key of version ${version}`);
  return key;
}

function indexWith(key: DerivedKey, purpose: string, value: string): string {
  return `${key.version}.${createHmac("sha256", key.index).update(`${purpose}\n${value}`).digest("base64url")}`;
}

interface FieldPlace {
  readonly place: RecordPlace;
  readonly field: string;
}

function boundTo({ place, field }: FieldPlace): Buffer {
  return Buffer.from(JSON.stringify([place.table, place.key, field]));
}

function encrypt(key: KeyObject, plain: Buffer, where: FieldPlace): Buffer {
  const nonce = freshBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(boundTo(where));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: KeyObject, sealed: Buffer, where: FieldPlace): Buffer {
  try {
    const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAAD(boundTo(where)).setAuthTag(sealed.subarray(-TAG_BYTES));
    const opened = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES));
    // A stream cipher has nothing left to give: this compares the tag.
    decipher.final();
    return opened;
  } catch (cause) {
    throw new SealBroken(where.place, { cause });
  }
}

function mapFields<F extends string>(
  fields: PlainFields<F>,
  change: (text: string, field: string) => string,
): Sealed<F>["fields"] {
  const changed: Record<string, string | null> = {};
  for (const field in fields) {
    const text = fields[field];
    changed[field] = text === null ? null : change(text, field);
  }
  return changed as Sealed<F>["fields"];
}
