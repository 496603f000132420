import { randomBytes, randomUUID } from "node:crypto";
import { link, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { KeyRing } from "./key-ring.ts";

const FILE_NAME = "taizhang-keys.json";
const SECRET_BYTES = 32;

/** The key file cannot be used: its code tells the operator what to look for. */
export class KeyFileProblem extends Error {
  readonly code: "key-file-damaged" | "key-file-unreadable";

  constructor(code: KeyFileProblem["code"], path: string, options?: ErrorOptions) {
    super(`${path}: ${code === "key-file-damaged" ? "is no key file" : "cannot be read"}`, options);
    this.name = "KeyFileProblem";
    this.code = code;
  }
}

export function keyFileIn(folder: string): string {
  return join(folder, FILE_NAME);
}

/** The keys in `folder`; made at the first start, readable by its owner only. Two processes may start at once. */
export async function loadOrMakeKeys(folder: string): Promise<KeyRing> {
  const path = keyFileIn(folder);
  const found = await loadKeys(path);
  if (found) return found;
  const made: KeyRing = {
    current: 1,
    keys: [{ version: 1, secret: randomBytes(SECRET_BYTES) }],
    checksum: randomBytes(SECRET_BYTES),
  };
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const beside = await writeBeside(path, made);
  try {
    // A link, unlike a rename, does not replace what somebody else has made meanwhile.
    await link(beside, path);
    return made;
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
    return (await loadKeys(path)) ?? made;
  } finally {
    await rm(beside);
  }
}

/** @returns undefined where there is no key file. */
export async function loadKeys(path: string): Promise<KeyRing | undefined> {
  try {
    return parseKeys(await readFile(path, "utf8"), path);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    if (error instanceof KeyFileProblem) throw error;
    throw new KeyFileProblem("key-file-unreadable", path, { cause: error });
  }
}

/** A crash leaves the old file or the new one. */
export async function replaceKeys(path: string, ring: KeyRing): Promise<void> {
  await rename(await writeBeside(path, ring), path);
}

/** The ring with one more key, which is the current one from now on. */
export function withNewKey(ring: KeyRing): KeyRing {
  const version = Math.max(...ring.keys.map((key) => key.version)) + 1;
  return { ...ring, current: version, keys: [...ring.keys, { version, secret: randomBytes(SECRET_BYTES) }] };
}

async function writeBeside(path: string, ring: KeyRing): Promise<string> {
  const beside = `${path}.${randomUUID()}`;
  const file = await open(beside, "wx", 0o600);
  try {
    await file.writeFile(renderKeys(ring));
    await file.sync();
  } finally {
    await file.close();
  }
  return beside;
}

function renderKeys({ current, keys, checksum }: KeyRing): string {
  const texts = keys.map(({ version, secret }) => ({ version, secret: secret.toString("base64") }));
  return `${JSON.stringify({ format: 1, current, keys: texts, checksum: checksum.toString("base64") }, null, 2)}\n`;
}

function parseKeys(text: string, path: string): KeyRing {
  const damaged = (cause?: unknown): never => {
    throw new KeyFileProblem("key-file-damaged", path, { cause });
  };
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    return damaged(error);
  }
  if (!isKeyFile(file)) return damaged();
  const keys = file.keys.map(({ version, secret }) => ({ version, secret: Buffer.from(secret, "base64") }));
  const checksum = Buffer.from(file.checksum, "base64");
  const whole = [checksum, ...keys.map(({ secret }) => secret)].every((secret) => secret.length === SECRET_BYTES);
  return whole && keys.some(({ version }) => version === file.current)
    ? { current: file.current, keys, checksum }
    : damaged();
}

interface KeyFileText {
  readonly current: number;
  readonly keys: readonly { readonly version: number; readonly secret: string }[];
  readonly checksum: string;
}

function isKeyFile(value: unknown): value is KeyFileText {
  if (typeof value !== "object" || value === null) return false;
  const { format, current, keys, checksum } = value as Readonly<Record<string, unknown>>;
  return (
    format === 1 &&
    typeof current === "number" &&
    typeof checksum === "string" &&
    Array.isArray(keys) &&
    keys.every(isKeyText)
  );
}

function isKeyText(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { version, secret } = value as Readonly<Record<string, unknown>>;
  return Number.isSafeInteger(version) && typeof secret === "string";
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
