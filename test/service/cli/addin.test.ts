import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { COMMAND_IDS, CONTEXT_COMMANDS } from "#addin/commands/commands.ts";
import { makeAuthority, makeServerCertificate } from "#service/certificates/make-certificates.ts";
import type { CertificateFiles } from "#service/cli/addin/write-certificates.ts";
import { checkManifest } from "#test/addin/desk/check-manifest.ts";
import { pictureSize } from "#test/addin/desk/picture-size.ts";
import { jsonOf, refusalPrinted, serve, taizhang, taizhangHere, type Place } from "#test/environment/command-line.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { readonly version: string };
const facts = { commands: COMMAND_IDS, contextCommands: CONTEXT_COMMANDS, pictureSize, version };
const OFFICE = "https://ledger.office.example:8443";

type Certificates = CertificateFiles & { readonly keptAuthority: boolean; readonly hosts: readonly string[] };

describe("taizhang addin", function () {
  this.timeout(240_000);
  let folder: string;
  let place: Place;
  const file = (name: string): string => join(folder, name);
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "taizhang-addin-"));
    place = { db: `sqlite:${join(folder, "taizhang.db")}` };
  });
  after(async () => {
    await rm(folder, { recursive: true });
  });

  it("manifest writes a good one for an office's address, and the same add-in each time", async () => {
    const { out, code } = await taizhang(place, "addin", "manifest", "--url", OFFICE);
    assert.equal(code, 0);
    assert.deepEqual(checkManifest(out, facts), []);
    assert.doesNotMatch(out, /localhost/);
    assert.match(out, new RegExp(`<AppDomain>${OFFICE}</AppDomain>`));
    const written = jsonOf<{ readonly id: string; readonly file: string; readonly url: string }>(
      await taizhangHere(place, "addin", "manifest", "--url", `${OFFICE}/`, "--out", file("office.xml"), "--json"),
    );
    assert.deepEqual(written, { url: OFFICE, id: /<Id>(.*)<\/Id>/.exec(out)?.[1], file: file("office.xml") });
    assert.equal(await readFile(file("office.xml"), "utf8"), out);
    assert.equal(existsSync(file("taizhang.db")), false, "no database is made");
  });

  it("manifest makes an add-in of its own with --id", async () => {
    const id = "0b9e7f0e-2d3c-4c55-9a8e-5f1d2c3b4a59";
    const { out } = await taizhangHere(
      place,
      "addin",
      "manifest",
      "--url",
      "https://10.1.2.3",
      "--id",
      id.toUpperCase(),
    );
    assert.deepEqual(checkManifest(out, facts), []);
    assert.match(out, new RegExp(`<Id>${id}</Id>`));
    assert.match(out, /"https:\/\/10\.1\.2\.3\/excel\.html"/);
  });

  it("manifest --wps tells WPS where the list is", async () => {
    const { out } = await taizhangHere(place, "addin", "manifest", "--wps", "--url", OFFICE);
    assert.match(out, new RegExp(`<jspluginonline name="taizhang" type="et" url="${OFFICE}/wps/"/>`));
    assert.match(
      out,
      new RegExp(`\\[Support\\]\nJsApiPlugin=true\n\\[Server\\]\nJSPluginsServer=${OFFICE}/jsplugins\\.xml`),
    );
    const args = ["addin", "manifest", "--wps", "--url", OFFICE, "--out", file("jsplugins.xml")];
    const said = jsonOf<{ readonly oemIni: readonly string[]; readonly jsplugins: string }>(
      await taizhangHere(place, ...args, "--json"),
    );
    assert.equal(await readFile(file("jsplugins.xml"), "utf8"), said.jsplugins);
    assert.equal(said.oemIni.at(-1), `JSPluginsServer=${OFFICE}/jsplugins.xml`);
  });

  const wrongUsage: readonly (readonly [what: string, args: readonly string[]])[] = [
    ["no address", ["manifest"]],
    ...[
      "http://ledger.example",
      "ledger.example",
      "https:ledger.example",
      "https://ledger.example/taizhang",
      "https://ledger.example?x=1",
      "https://ledger.example#x",
      "https://user:secret@ledger.example",
      "https://*.example",
      'https://a"/><script>.example',
      "https://ledger example",
      "https://ledger.example:99999",
      "ftp://ledger.example",
      "",
    ].map((url) => [`the address ${JSON.stringify(url)}`, ["manifest", "--url", url]] as const),
    ["an id that is no GUID", ["manifest", "--url", OFFICE, "--id", "taizhang"]],
    ["an id for WPS", ["manifest", "--url", OFFICE, "--wps", "--id", "0b9e7f0e-2d3c-4c55-9a8e-5f1d2c3b4a59"]],
    ["no host", ["certs", "--out", "x"]],
    ["no folder", ["certs", "--host", "localhost"]],
    ["a term without end", ["certs", "--host", "localhost", "--out", "x", "--days", "99999"]],
    ...["https://a.example", "a.example:8443", "*.a.example", "a-.example", "a..example", "1.2.3", "a b", ""].map(
      (host) => [`the host ${JSON.stringify(host)}`, ["certs", "--out", "x", "--host", host]] as const,
    ),
  ];
  for (const [what, args] of wrongUsage) {
    it(`answers ${what} with exit code 2 and usage`, async () => {
      const forPeople = await taizhangHere(place, "addin", ...args);
      assert.equal(forPeople.code, 2, forPeople.out);
      assert.match(forPeople.err, /taizhang addin/);
      const forMachines = await taizhangHere(place, "addin", ...args, "--json");
      assert.match(forMachines.out, /^{"refusal":{"code":"wrong-usage"/);
    });
  }

  it("says how each is used", async () => {
    for (const [words, usage] of [
      ["manifest", "taizhang addin manifest [--url URL] [--id ID] [--wps] [--out OUT]"],
      ["certs", "taizhang addin certs [--host HOST]... [--out OUT] [--days DAYS]"],
    ] as const) {
      const { code, out } = await taizhangHere(place, "addin", words, "--help");
      assert.equal(code, 0);
      assert.ok(out.includes(usage), out);
    }
  });

  it("certs makes what the service starts with, for its owner alone, and says what comes next", async () => {
    const hosts = ["--host", "localhost", "--host", "127.0.0.1", "--host", "台账.example"];
    const { out, code } = await taizhang(place, "addin", "certs", ...hosts, "--out", file("tls"), "--days", "400");
    assert.equal(code, 0);
    assert.match(out, /TAIZHANG_TLS_CERT=.*server\.crt[^]*TAIZHANG_TLS_KEY=.*server\.key[^]*Root ca\.crt/);
    for (const name of ["ca.key", "server.key"]) {
      const { mode } = await stat(file(`tls/${name}`));
      assert.equal(mode & 0o777, 0o600, name);
      assert.ok(!out.includes((await readFile(file(`tls/${name}`), "utf8")).split("\n")[1] ?? ""), "no key is printed");
    }
    const environment = { TAIZHANG_TLS_CERT: file("tls/server.crt"), TAIZHANG_TLS_KEY: file("tls/server.key") };
    const service = await serve({ ...place, environment });
    try {
      assert.match(service.url, /^https:\/\/localhost:\d+$/);
      const port = new URL(service.url).port;
      const findings = await doctorOf({ ...environment, TAIZHANG_PORT: port });
      assert.match(findings.get("port") ?? "", /✓.*the service answers/);
      assert.match(findings.get("tls") ?? "", /✓.*certificate until \d{4}-\d\d-\d\d: localhost 127\.0\.0\.1 xn--/);
      assert.match(findings.get("office.js") ?? "", /✓/);
    } finally {
      await service.stop();
    }
  });

  it("certs never replaces a key, and renews without a new authority", async () => {
    const certs = ["addin", "certs", "--host", "localhost", "--out", file("again"), "--json"];
    const first = jsonOf<Certificates>(await taizhangHere(place, ...certs));
    const before = await readFile(first.server.key);
    assert.equal(refusalPrinted(await taizhangHere(place, ...certs)).code, "key-there");
    assert.deepEqual(await readFile(first.server.key), before);
    await rename(first.server.key, file("again/old.key"));
    const second = jsonOf<Certificates>(await taizhangHere(place, ...certs));
    assert.deepEqual([first.keptAuthority, second.keptAuthority], [false, true]);
    const [ca, renewed] = [second.authority, second.server].map(
      ({ certificate }) => new X509Certificate(readFileSync(certificate)),
    );
    assert.ok(ca && renewed?.verify(ca.publicKey));
    await rm(second.server.key);
    await rename(second.authority.key, file("again/away.key"));
    assert.equal(refusalPrinted(await taizhangHere(place, ...certs)).code, "authority-incomplete");
    assert.equal(existsSync(second.server.key), false);
  });

  it("certs takes no authority that has expired", async () => {
    const old = pairOf(-30, 10);
    await writeFile(file("ca.crt"), old.authority.certificate);
    await writeFile(file("ca.key"), old.authority.key);
    const certs = ["addin", "certs", "--host", "localhost", "--out", folder, "--json"];
    assert.equal(refusalPrinted(await taizhangHere(place, ...certs)).code, "authority-expired");
    assert.equal(existsSync(file("server.key")), false);
  });

  it("doctor warns of a certificate before it ends, and names a wrong file", async () => {
    const cases = [
      [0, 20, /✗ tls .*expires soon/],
      [-30, 10, /✗ tls .*expired/],
      [30, 400, /✗ tls .*not valid yet/],
      [0, 400, /✓ tls .*certificate until/],
    ] as const;
    for (const [from, days, says] of cases) {
      const { server } = pairOf(from, days);
      await writeFile(file("some.crt"), server.certificate);
      await writeFile(file("some.key"), server.key);
      const findings = await doctorOf({ TAIZHANG_TLS_CERT: file("some.crt"), TAIZHANG_TLS_KEY: file("some.key") });
      assert.match(findings.get("tls") ?? "", says);
    }
    const wrong = await doctorOf({ TAIZHANG_TLS_CERT: file("some.key"), TAIZHANG_TLS_KEY: file("some.key") });
    assert.match(wrong.get("tls") ?? "", /✗.*tls-file-damaged.*TAIZHANG_TLS_CERT/);
    assert.match((await doctorOf({})).get("tls") ?? "", /✓.*no https/);
  });

  /** The doctor's lines by what they are about. */
  async function doctorOf(environment: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, string>> {
    const { out } = await taizhangHere({ ...place, environment: { TAIZHANG_PORT: "0", ...environment } }, "doctor");
    return new Map(out.split("\n").map((line) => [line.split(/ +/)[1] ?? "", line]));
  }
});

/** Made `from` days from now. */
function pairOf(from: number, days: number) {
  const now = new Date(Date.now() + from * 86_400_000);
  const wishes = { hosts: ["localhost"], days, now, serial: Buffer.alloc(16, 1) };
  const authority = makeAuthority(wishes);
  return { authority, server: makeServerCertificate(authority, wishes) };
}
