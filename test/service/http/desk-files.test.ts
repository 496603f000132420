import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { request, createServer, type IncomingHttpHeaders, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { after, before, describe, it } from "mocha";
import { createApp } from "#service/http/app.ts";
import { OFFICE_JS_FILES } from "#service/http/office-js.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";

const LIBRARY = join(import.meta.dirname, "..", "..", "..", "node_modules", "@microsoft", "office-js", "dist");

interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

// fetch() unpacks answers, cleans addresses up and sends the Host it likes.
async function get(url: string, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Got> {
  const { hostname, port } = new URL(url);
  const sent = request({ host: hostname, port, path, headers }).end();
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(chunks) };
}

describe("what Excel and WPS load from the service", () => {
  let service: TestService;
  before(async () => {
    service = await startTestService({
      empty: true,
      environment: { TAIZHANG_ORIGINS: "https://ledger.example:8443,http://desk.example" },
    });
  });
  after(async () => {
    await service.close();
  });

  it("is Microsoft's library byte for byte, compressed or not", async () => {
    const decoded = {
      br: brotliDecompressSync,
      gzip: gunzipSync,
      identity: (bytes: Buffer): Buffer => bytes,
    } as const;
    for (const name of OFFICE_JS_FILES) {
      const original = sha256(await readFile(join(LIBRARY, name)));
      for (const encoding of ["br", "gzip", "identity"] as const) {
        const { status, headers, bytes } = await get(service.url, `/office/${name}`, { "Accept-Encoding": encoding });
        assert.deepEqual([status, headers["content-encoding"] ?? "identity"], [200, encoding], name);
        assert.equal(sha256(decoded[encoding](bytes)), original, `${name} ${encoding}`);
        assert.equal(headers["content-type"], "text/javascript; charset=utf-8");
        assert.equal(headers["content-length"], String(bytes.length));
      }
    }
  });

  it("comes once: asked again, it is only confirmed", async () => {
    const first = await get(service.url, "/office/office.js", { "Accept-Encoding": "br" });
    assert.equal(first.headers["cache-control"], "no-cache");
    const known = { "If-None-Match": first.headers.etag ?? "" };
    const again = await get(service.url, "/office/office.js", { ...known, "Accept-Encoding": "br" });
    assert.deepEqual([again.status, again.bytes.length], [304, 0]);
    assert.equal((await get(service.url, "/office/office.js", known)).status, 200, "a tag belongs to its encoding");
  });

  it("is only what the panes need of the library", async () => {
    for (const name of [
      "office.d.ts",
      "office.debug.js",
      "word-win32-16.01.js",
      "de-de/office_strings.js",
      "../package.json",
      "..%2fpackage.json",
      "%2e%2e/package.json",
      "",
    ]) {
      assert.equal((await get(service.url, `/office/${name}`)).status, 404, name);
    }
  });

  it("A10 names an add-in for WPS at the address that was asked, and only at one of its own", async () => {
    const asked = async (host: string): Promise<Got> => await get(service.url, "/jsplugins.xml", { Host: host });
    const { host } = new URL(service.url);
    assert.match((await asked(host)).bytes.toString(), new RegExp(`type="et" url="http://${host}/wps/"`));
    assert.match((await asked("desk.example")).bytes.toString(), /url="http:\/\/desk\.example\/wps\/"/);
    for (const foreign of [
      "evil.example",
      "ledger.example:8443",
      'desk.example"/><x a="',
      "desk.example@evil.example",
    ]) {
      const { status, bytes } = await asked(foreign);
      assert.ok(status === 421 || status === 400, `${foreign}: ${status}`);
      assert.doesNotMatch(bytes.toString(), /jspluginonline|evil/, foreign);
    }
  });

  it("A10 believes a proxy about the address only where the proxy is known", async () => {
    const forwarded = { "X-Forwarded-Host": "ledger.example:8443", "X-Forwarded-Proto": "https" };
    const direct = await get(service.url, "/jsplugins.xml", forwarded);
    assert.doesNotMatch(direct.bytes.toString(), /ledger\.example/);
    const behind = await startTestService({
      empty: true,
      environment: { TAIZHANG_ORIGINS: "https://ledger.example:8443", TAIZHANG_TRUSTED_PROXIES: "127.0.0.1" },
    });
    try {
      const { bytes } = await get(behind.url, "/jsplugins.xml", forwarded);
      assert.match(bytes.toString(), /url="https:\/\/ledger\.example:8443\/wps\/"/);
    } finally {
      await behind.close();
    }
  });

  it("shows pictures in ribbons of other origins, and the ribbon of WPS as XML", async () => {
    const picture = await get(service.url, "/icons/taizhang-32.png");
    assert.deepEqual(
      [picture.status, picture.headers["content-type"], picture.headers["cross-origin-resource-policy"]],
      [200, "image/png", "cross-origin"],
    );
    const ribbon = await get(service.url, "/wps/ribbon.xml");
    assert.deepEqual(
      [ribbon.status, ribbon.headers["content-type"], ribbon.headers["cross-origin-resource-policy"]],
      [200, "application/xml", "same-origin"],
    );
  });
});

describe("a service without Microsoft's library", () => {
  let service: TestService;
  let server: Server;
  before(async () => {
    service = await startTestService({ empty: true });
    const app = createApp({
      ...{ services: service.services, routes: [], pages: "/nowhere", assets: "/nowhere", officeJs: "/nowhere" },
      ...{ isAllowedOrigin: () => false, frameHosts: [], trustedProxies: [], mostBodyBytes: 1_000 },
      log: () => undefined,
    });
    server = createServer(app).listen(0, "127.0.0.1");
    await once(server, "listening");
  });
  after(async () => {
    server.close();
    await service.close();
  });

  it("says plainly what is missing", async () => {
    const { status, headers, bytes } = await get(
      `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      "/office/office.js",
    );
    assert.deepEqual([status, headers["content-type"]], [503, "text/plain; charset=utf-8"]);
    assert.match(bytes.toString(), /没有安装[^]*npm ci/);
  });
});

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
