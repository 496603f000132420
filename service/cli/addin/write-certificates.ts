import { randomBytes, X509Certificate } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { refuse, ok, type Result } from "#core/kernel/result.ts";
import { makeAuthority, makeServerCertificate, type Pair } from "#service/certificates/make-certificates.ts";

export interface CertificateWishes {
  readonly hosts: readonly string[];
  readonly days: number;
  readonly now: Date;
}

/** Where the four files lie. */
export interface CertificateFiles {
  readonly authority: { readonly certificate: string; readonly key: string };
  readonly server: { readonly certificate: string; readonly key: string };
}

export interface WrittenCertificates {
  readonly files: CertificateFiles;
  /** The desks trust it already: only the server's certificate is new. */
  readonly keptAuthority: boolean;
  readonly until: Date;
}

export interface CertificateRefusal {
  readonly code: "key-there" | "authority-incomplete" | "authority-expired";
  readonly file: string;
}

/** Desks are told once whom to trust, so it should outlast several servers. */
const AUTHORITY_DAYS = 3_650;

/** An authority, unless one lies in the folder, and a server's certificate signed by it. Never replaces a key. */
export async function writeCertificates(
  folder: string,
  wishes: CertificateWishes,
): Promise<Result<WrittenCertificates, CertificateRefusal>> {
  const files = filesIn(folder);
  const { authority, server } = files;
  if (existsSync(server.key)) return refuse({ code: "key-there", file: server.key });
  const keptAuthority = existsSync(authority.key);
  if (keptAuthority !== existsSync(authority.certificate))
    return refuse({ code: "authority-incomplete", file: keptAuthority ? authority.certificate : authority.key });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const signer = keptAuthority
    ? { certificate: await readFile(authority.certificate, "utf8"), key: await readFile(authority.key, "utf8") }
    : makeAuthority({ ...wishes, days: Math.max(AUTHORITY_DAYS, wishes.days), serial: randomBytes(16) });
  if (Date.parse(new X509Certificate(signer.certificate).validTo) <= wishes.now.getTime())
    return refuse({ code: "authority-expired", file: authority.certificate });
  const made = makeServerCertificate(signer, { ...wishes, serial: randomBytes(16) });
  if (!keptAuthority) await writePair(authority, signer);
  await writePair(server, made);
  return ok({ files, keptAuthority, until: new Date(new X509Certificate(made.certificate).validTo) });
}

function filesIn(folder: string): CertificateFiles {
  const pair = (name: string): CertificateFiles["server"] => ({
    certificate: join(folder, `${name}.crt`),
    key: join(folder, `${name}.key`),
  });
  return { authority: pair("ca"), server: pair("server") };
}

/** The key first, and only where none is: whoever runs this twice at once keeps one key. */
async function writePair(files: CertificateFiles["server"], { certificate, key }: Pair): Promise<void> {
  await writeFile(files.key, key, { flag: "wx", mode: 0o600 });
  await writeFile(files.certificate, certificate);
}
