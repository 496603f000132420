import { createPrivateKey, X509Certificate, type KeyObject } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { TlsFiles } from "#service/config.ts";

/** What an https server is started with. */
export interface Tls {
  readonly cert: string;
  readonly key: string;
  /** Names and addresses that the certificate stands for: under these the service's own pages are opened. */
  readonly hosts: readonly string[];
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** The service does not start on it: its message begins with the variable to look at. */
export class TlsProblem extends Error {
  readonly code: "tls-file-unreadable" | "tls-file-damaged" | "tls-files-differ";

  constructor(code: TlsProblem["code"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "TlsProblem";
    this.code = code;
  }
}

/** @throws TlsProblem */
export async function readTlsFiles({ certificate, key }: TlsFiles): Promise<Tls> {
  const cert = { variable: "TAIZHANG_TLS_CERT", path: certificate } as const;
  const secret = { variable: "TAIZHANG_TLS_KEY", path: key } as const;
  const texts = { cert: await readPem(cert), key: await readPem(secret) };
  const parsed = parse(cert, () => new X509Certificate(texts.cert));
  const own: KeyObject = parse(secret, () => createPrivateKey(texts.key));
  if (!parsed.checkPrivateKey(own))
    throw new TlsProblem("tls-files-differ", `${secret.variable}: ${key}: is not the key of ${certificate}`);
  return {
    ...texts,
    hosts: hostsOf(parsed),
    notBefore: new Date(parsed.validFrom),
    notAfter: new Date(parsed.validTo),
  };
}

interface TlsFile {
  readonly variable: "TAIZHANG_TLS_CERT" | "TAIZHANG_TLS_KEY";
  readonly path: string;
}

async function readPem({ variable, path }: TlsFile): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw new TlsProblem("tls-file-unreadable", `${variable}: ${path}: cannot be read`, { cause: error });
  }
}

function parse<T>({ variable, path }: TlsFile, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new TlsProblem("tls-file-damaged", `${variable}: ${path}: is no PEM file of that kind`, { cause: error });
  }
}

/** A name with a wildcard stands for no address that could be typed. */
function hostsOf({ subjectAltName = "" }: X509Certificate): readonly string[] {
  return subjectAltName
    .split(/,\s*/)
    .map((part) => part.replace(/^(?:DNS|IP Address):/, ""))
    .filter((host) => /^[\w.:-]+$/.test(host));
}
