import assert from "node:assert/strict";
import { generateKeyPairSync, X509Certificate } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { get } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { makeAuthority, makeServerCertificate, type Pair } from "#service/certificates/make-certificates.ts";
import { readTlsFiles } from "#service/certificates/read-tls-files.ts";
import { startTestService } from "#test/environment/running-service.ts";

const NOW = new Date();
const DAY = 86_400_000;
const HOSTS = ["localhost", "ledger.example", "127.0.0.1", "::1"];
const wishes = { hosts: HOSTS, days: 825, now: NOW, serial: Buffer.alloc(16, 0xff) };

describe("an office's certificates", () => {
  let authority: Pair;
  let server: Pair;
  before(() => {
    authority = makeAuthority({ ...wishes, days: 3_650 });
    server = makeServerCertificate(authority, wishes);
  });

  it("stand for every name and address that was asked for, signed by the office's own authority", () => {
    const [ca, own] = [new X509Certificate(authority.certificate), new X509Certificate(server.certificate)];
    assert.ok(ca.ca && !own.ca);
    assert.ok(own.verify(ca.publicKey) && own.checkIssued(ca));
    for (const host of HOSTS.slice(0, 2)) assert.equal(own.checkHost(host), host);
    for (const address of HOSTS.slice(2)) assert.equal(own.checkIP(address), address);
    assert.equal(own.checkHost("elsewhere.example"), undefined);
    assert.deepEqual(own.keyUsage, ["1.3.6.1.5.5.7.3.1"]);
    assert.doesNotMatch(own.serialNumber, /^[89A-F]/, "a serial number is never negative");
  });

  it("hold as long as was asked, and never longer than their authority", () => {
    const days = (pem: string): number =>
      Math.round((Date.parse(new X509Certificate(pem).validTo) - NOW.getTime()) / DAY);
    assert.deepEqual([days(authority.certificate), days(server.certificate)], [3_650, 825]);
    const brief = makeAuthority({ ...wishes, days: 10 });
    assert.equal(days(makeServerCertificate(brief, wishes).certificate), 10);
  });

  describe("in the service", () => {
    let folder: string;
    const file = (name: string): string => join(folder, name);
    const environment = (): Readonly<Record<string, string>> => ({
      TAIZHANG_TLS_CERT: file("server.crt"),
      TAIZHANG_TLS_KEY: file("server.key"),
    });
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), "taizhang-tls-"));
      await writeFile(file("server.crt"), server.certificate);
      await writeFile(file("server.key"), server.key);
      await writeFile(file("junk"), "not a certificate");
      const other = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
      await writeFile(file("other.key"), other.export({ type: "pkcs8", format: "pem" }));
    });
    after(async () => {
      await rm(folder, { recursive: true });
    });

    it("A10 make it answer over https, to its own names only", async () => {
      const service = await startTestService({ empty: true, environment: environment() });
      try {
        const { port, protocol } = new URL(service.url);
        assert.equal(protocol, "https:");
        const ask = async (path: string, headers: Readonly<Record<string, string>> = {}): Promise<[number, string]> => {
          const sent = get({ host: "127.0.0.1", port, path, headers, ca: authority.certificate, agent: false });
          const [answer] = (await once(sent, "response")) as [IncomingMessage];
          let text = "";
          for await (const chunk of answer.setEncoding("utf8")) text += String(chunk);
          return [answer.statusCode ?? 0, text];
        };
        assert.equal((await ask("/api/health"))[0], 200);
        const named = `https://ledger.example:${port}`;
        assert.equal((await ask("/api/health", { Origin: named }))[0], 200, "a name of the certificate is our own");
        assert.equal((await ask("/api/health", { Origin: named.replace("https", "http") }))[0], 403);
        assert.match(
          (await ask("/jsplugins.xml", { Host: `ledger.example:${port}` }))[1],
          new RegExp(`"${named}/wps/"`),
        );
        const untrusted = get({ host: "127.0.0.1", port, path: "/api/health", agent: false });
        await assert.rejects(once(untrusted, "response"), { code: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" });
        const plain = fetch(`http://127.0.0.1:${port}/api/health`);
        await assert.rejects(plain);
      } finally {
        await service.close();
      }
    });

    const wrong: readonly (readonly [what: string, variable: string, name: string, code: string])[] = [
      ["a certificate that is not there", "TAIZHANG_TLS_CERT", "nowhere.crt", "tls-file-unreadable"],
      ["a certificate that is none", "TAIZHANG_TLS_CERT", "junk", "tls-file-damaged"],
      ["a key in place of the certificate", "TAIZHANG_TLS_CERT", "server.key", "tls-file-damaged"],
      ["a key that is not there", "TAIZHANG_TLS_KEY", "nowhere.key", "tls-file-unreadable"],
      ["a key that is none", "TAIZHANG_TLS_KEY", "junk", "tls-file-damaged"],
      ["a key of something else", "TAIZHANG_TLS_KEY", "other.key", "tls-files-differ"],
    ];
    for (const [what, variable, name, code] of wrong) {
      it(`keep it from starting on ${what}, by the variable's name`, async () => {
        await assert.rejects(
          startTestService({ empty: true, environment: { ...environment(), [variable]: file(name) } }),
          (problem: Error & { readonly code?: string }) =>
            problem.code === code && problem.message.startsWith(`${variable}: ${file(name)}: `),
        );
      });
    }

    it("are read with their names and their term", async () => {
      const tls = await readTlsFiles({ certificate: file("server.crt"), key: file("server.key") });
      assert.deepEqual(tls.hosts, ["localhost", "ledger.example", "127.0.0.1", "0:0:0:0:0:0:0:1"]);
      assert.equal(Math.round((tls.notAfter.getTime() - NOW.getTime()) / DAY), 825);
      assert.equal(tls.cert, await readFile(file("server.crt"), "utf8"));
    });
  });
});
