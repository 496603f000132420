import { createPrivateKey, generateKeyPairSync, X509Certificate } from "node:crypto";
import { isIP } from "node:net";
import forge from "node-forge";

/** PEM. Keys stay on the machine where they were made; only `certificate` of the authority goes to the desks. */
export interface Pair {
  readonly certificate: string;
  readonly key: string;
}

export interface ServerWishes {
  /** Names and IP addresses under which the desks will open the service; the first names the certificate. */
  readonly hosts: readonly string[];
  readonly days: number;
  /** When it is made. */
  readonly now: Date;
  /** Never given twice by one authority: random. */
  readonly serial: Uint8Array;
}

const DAY = 86_400_000;
/** Clocks of desks run behind. */
const EARLIER = DAY;

/** An office's own authority. It may sign servers only, and no further authority. */
export function makeAuthority({ hosts, days, now, serial }: ServerWishes): Pair {
  return makePair({
    subject: [
      { name: "commonName", value: `Taizhang CA ${hosts[0] ?? ""}`.slice(0, 64) },
      { name: "organizationName", value: "Taizhang" },
    ],
    extensions: (own) => [
      { name: "basicConstraints", critical: true, cA: true, pathLenConstraint: 0 },
      { name: "keyUsage", critical: true, keyCertSign: true, cRLSign: true },
      { name: "subjectKeyIdentifier", subjectKeyIdentifier: own },
    ],
    issuer: undefined,
    ...{ days, now, serial },
  });
}

/** What the service shows to the desks. Ends with its authority at the latest. */
export function makeServerCertificate(authority: Pair, { hosts, days, now, serial }: ServerWishes): Pair {
  return makePair({
    subject: [{ name: "commonName", value: (hosts[0] ?? "").slice(0, 64) }],
    extensions: () => [
      { name: "basicConstraints", critical: true, cA: false },
      { name: "keyUsage", critical: true, digitalSignature: true, keyEncipherment: true },
      { name: "extKeyUsage", serverAuth: true },
      {
        name: "subjectAltName",
        altNames: hosts.map((host) => (isIP(host) === 0 ? { type: 2, value: host } : { type: 7, ip: host })),
      },
    ],
    issuer: authority,
    ...{ days, now, serial },
  });
}

interface PairPlan {
  readonly subject: forge.pki.CertificateField[];
  /** @param own hash of the own public key */
  readonly extensions: (own: string) => readonly object[];
  /** undefined: it vouches for itself. */
  readonly issuer: Pair | undefined;
  readonly days: number;
  readonly now: Date;
  readonly serial: Uint8Array;
}

function makePair({ subject, extensions, issuer, days, now, serial }: PairPlan): Pair {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2_048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey);
  certificate.serialNumber = positive(serial);
  certificate.validity.notBefore = new Date(now.getTime() - EARLIER);
  certificate.validity.notAfter = notAfter(now, days, issuer);
  certificate.setSubject(subject);
  const authority = issuer && forge.pki.certificateFromPem(issuer.certificate);
  certificate.setIssuer(authority?.subject.attributes ?? subject);
  certificate.setExtensions([
    ...extensions(certificate.generateSubjectKeyIdentifier().getBytes()),
    {
      name: "authorityKeyIdentifier",
      keyIdentifier: (authority ?? certificate).generateSubjectKeyIdentifier().getBytes(),
    },
  ]);
  certificate.sign(signingKey(issuer?.key ?? privateKey), forge.md.sha256.create());
  return { certificate: forge.pki.certificateToPem(certificate).replaceAll("\r\n", "\n"), key: privateKey };
}

function notAfter(now: Date, days: number, issuer: Pair | undefined): Date {
  const wished = now.getTime() + days * DAY;
  return new Date(issuer ? Math.min(wished, Date.parse(new X509Certificate(issuer.certificate).validTo)) : wished);
}

/** node-forge reads the older form of a key only. */
function signingKey(pem: string): forge.pki.rsa.PrivateKey {
  return forge.pki.privateKeyFromPem(createPrivateKey(pem).export({ type: "pkcs1", format: "pem" }).toString());
}

/** A number whose first bit is set would be read as negative. */
function positive(serial: Uint8Array): string {
  const bytes = Uint8Array.from(serial);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return Buffer.from(bytes).toString("hex");
}
