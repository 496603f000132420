import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, request, type IncomingHttpHeaders, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { after, before, describe, it } from "mocha";
import { createApp } from "#service/http/app.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";

const SCRIPT = "console.log(1);".repeat(100);
const HASHED = "/workbench.0123456789ab.js";

interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

describe("the pages", () => {
  let folder: string;
  let service: TestService;
  let server: Server;
  let port: number;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "taizhang-pages-"));
    await mkdir(join(folder, "pages", "assets"), { recursive: true });
    await writeFile(join(folder, "secret.html"), "outside");
    const inside = (name: string, content: string | Buffer): Promise<void> =>
      writeFile(join(folder, "pages", name), content);
    await inside("workbench.html", "<!doctype html><title>台账</title>");
    await inside(HASHED.slice(1), SCRIPT);
    await inside(`${HASHED.slice(1)}.br`, brotliCompressSync(SCRIPT));
    await inside(`${HASHED.slice(1)}.gz`, gzipSync(SCRIPT));
    await inside("assets/logo.svg", "<svg/>");
    await inside("notes.exe", "never served");
    service = await startTestService({ empty: true });
    const app = createApp({
      ...{ services: service.services, routes: [], pages: join(folder, "pages"), isAllowedOrigin: () => false },
      ...{ assets: join(folder, "assets"), officeJs: join(folder, "no-office-js") },
      ...{ frameHosts: [], trustedProxies: [], mostBodyBytes: 1_000, log: () => undefined },
    });
    server = createServer(app).listen(0, "127.0.0.1");
    await once(server, "listening");
    port = (server.address() as AddressInfo).port;
  });
  after(async () => {
    server.close();
    await service.close();
    await rm(folder, { recursive: true });
  });

  // fetch() cleans addresses up and unpacks answers by itself, which is what is tested here.
  const get = async (path: string, headers: Readonly<Record<string, string>> = {}, method = "GET"): Promise<Got> => {
    const sent = request({ host: "127.0.0.1", port, path, headers, method }).end();
    const [response] = (await once(sent, "response")) as [IncomingMessage];
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk as Buffer);
    return { status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(chunks) };
  };

  it("begin with the workbench, asked for anew each time", async () => {
    const { status, headers, bytes } = await get("/");
    assert.equal(status, 200);
    assert.match(bytes.toString(), /台账/);
    assert.equal(headers["content-type"], "text/html; charset=utf-8");
    assert.equal(headers["cache-control"], "no-cache");
    assert.equal((await get("/", { "If-None-Match": headers.etag ?? "" })).status, 304);
  });

  it("come compressed as the bundler left them, and stay cached for good where the name holds a hash", async () => {
    const cases = [
      ["br, gzip", "br", brotliCompressSync(SCRIPT)],
      ["gzip", "gzip", gzipSync(SCRIPT)],
      ["br;q=0", undefined, Buffer.from(SCRIPT)],
    ] as const;
    for (const [accepted, encoding, content] of cases) {
      const { headers, bytes } = await get(HASHED, { "Accept-Encoding": accepted });
      assert.equal(headers["content-encoding"], encoding, accepted);
      assert.equal(headers["content-length"], String(content.length), accepted);
      assert.deepEqual(bytes, content, accepted);
      assert.equal(headers["cache-control"], "public, max-age=31536000, immutable");
      assert.equal(headers.vary, "Accept-Encoding");
    }
    assert.equal((await get(HASHED, {}, "HEAD")).bytes.length, 0);
    assert.equal((await get("/assets/logo.svg")).headers["content-type"], "image/svg+xml");
  });

  it("end at the folder's edge", async () => {
    for (const path of [
      "/../secret.html",
      "/..%2fsecret.html",
      "/%2e%2e/secret.html",
      "//secret.html",
      "/notes.exe",
      "/assets",
      `${HASHED}.br`,
    ]) {
      assert.equal((await get(path)).status, 404, path);
    }
    assert.equal((await get("/", {}, "POST")).status, 405);
  });
});
