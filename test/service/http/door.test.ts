import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import { createConnection, type AddressInfo } from "node:net";
import { once } from "node:events";
import { after, before, describe, it } from "mocha";
import { z } from "zod";
import { ok, refuse } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { createApp } from "#service/http/app.ts";
import { describeFailure, refusalOfFailure } from "#service/http/failure-of.ts";
import type { Route } from "#service/http/route.ts";
import { contentDisposition } from "#service/http/send-answer.ts";
import { contentSecurityPolicy } from "#service/http/strict-headers.ts";
import { HttpClient } from "#test/environment/http-client.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";

const POLICY =
  "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; script-src 'self'; " +
  "frame-src 'self' blob:; connect-src 'self'; worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; " +
  "form-action 'none'; object-src 'none'";

describe("the door", () => {
  let service: TestService;
  before(async () => {
    service = await startTestService({ environment: { TAIZHANG_ORIGINS: "https://taizhang.example.edu.cn" } });
  });
  after(() => service.close());

  it("A10 sends strict headers with every answer, also refusals and pages", async () => {
    const urls = ["/api/health", "/api/session", "/api/no-such-route", "/", "/no-such-page"];
    for (const url of urls) {
      const { headers } = await fetch(service.url + url);
      assert.equal(headers.get("Content-Security-Policy"), POLICY, url);
      assert.equal(headers.get("X-Content-Type-Options"), "nosniff", url);
      assert.equal(headers.get("Referrer-Policy"), "no-referrer", url);
      assert.equal(headers.get("X-Frame-Options"), "DENY", url);
      assert.equal(headers.get("Set-Cookie"), null, url);
      assert.equal(headers.get("X-Powered-By"), null, url);
      assert.match(headers.get("X-Request-Id") ?? "", /^[0-9a-f-]{36}$/, url);
    }
  });

  it("A10 lets only configured Office hosts frame it", () => {
    assert.match(
      contentSecurityPolicy(["https://excel.officeapps.live.com"]),
      /frame-ancestors https:\/\/excel\.officeapps\.live\.com;/,
    );
  });

  it("A10 answers pages of its own and of configured origins, and no others", async () => {
    const cases: readonly (readonly [origin: string, status: number])[] = [
      [service.url, 401],
      [service.url.replace("127.0.0.1", "localhost"), 401],
      ["https://taizhang.example.edu.cn", 401],
      ["https://taizhang.example.edu.cn.evil.example", 403],
      ["http://taizhang.example.edu.cn", 403],
      ["https://evil.example", 403],
      ["null", 403],
    ];
    for (const [origin, status] of cases) {
      const answer = await service.anonymous().call("GET", "/session", { headers: { Origin: origin } });
      assert.equal(answer.status, status, origin);
      assert.equal(answer.headers.get("Access-Control-Allow-Origin"), status === 401 ? origin : null, origin);
    }
  });

  it("A10 answers a preflight of an allowed origin only, and never allows credentials", async () => {
    const ask = (origin: string): Promise<Response> =>
      fetch(`${service.url}/api/session`, {
        method: "OPTIONS",
        headers: { Origin: origin, "Access-Control-Request-Method": "POST" },
      });
    const allowed = await ask("https://taizhang.example.edu.cn");
    assert.equal(allowed.status, 204);
    assert.match(allowed.headers.get("Access-Control-Allow-Headers") ?? "", /authorization/);
    assert.equal(allowed.headers.get("Access-Control-Allow-Credentials"), null);
    assert.equal((await ask("https://evil.example")).status, 403);
  });

  it("A9 knows no path outside the table, and no other method on one inside", async () => {
    const client = await service.signIn("g1");
    for (const [method, path] of [
      ["GET", "/nothing"],
      ["PUT", "/session"],
      ["GET", "/session/"],
      ["GET", "/SESSION"],
    ] as const) {
      assert.deepEqual(await client.refusal(method, path), { code: "not-found" }, `${method} ${path}`);
    }
  });

  it("answers bad requests with every problem and its path, before any rule is asked", async () => {
    const anonymous = service.anonymous();
    const refusal = await anonymous.refusal("POST", "/session", { name: "", extra: 1 });
    assert.deepEqual(refusal.code === "bad-request" ? refusal.problems.map(({ path }) => path).toSorted() : [], [
      "",
      "name",
      "password",
    ]);
    for (const text of ["{", "[1,", "nonsense", "\u0000"]) {
      const answer = await sendText(service.url, text, "application/json");
      assert.equal(answer.code, "bad-request", JSON.stringify(text));
    }
    assert.equal(
      (await sendText(service.url, "name=b11&password=x", "application/x-www-form-urlencoded")).code,
      "bad-request",
    );
    assert.equal((await anonymous.refusal("GET", "/units/%ff/accounts")).code, "bad-request");
  });

  it("A9 texts that no database keeps are a bad request, wherever they stand, but in cells", async () => {
    const client = await service.signIn("g1");
    for (const text of ["half \ud83d", "a\u0000b", "a\u001bb"]) {
      const window = { unitId: "g1", level: "branch", year: 2026, baseRevision: 0, spans: {}, closed: false };
      const refusal = await client.refusal("PUT", "/windows", { ...window, reason: text });
      assert.deepEqual(refusal, { code: "bad-request", problems: [{ path: "reason", message: "unstorable" }] });
      const asked = await client.refusal("GET", `/records/rosters/members?unit=${encodeURIComponent("a\u0000")}`);
      assert.deepEqual(asked, { code: "bad-request", problems: [{ path: "unit", message: "unstorable" }] });
    }
  });

  it("refuses a body that is too big without reading it all", async () => {
    const refusal = await service
      .anonymous()
      .refusal("POST", "/session", { name: "b11", password: "x".repeat(20_000) });
    assert.deepEqual(refusal, { code: "body-too-big", mostBytes: 16_384 });
    const client = await service.signIn("g1");
    const big = await client.refusal("POST", "/units", { name: "x".repeat(9 * 1_048_576) });
    assert.equal(big.code, "body-too-big");
  });

  it("does not take __proto__ for a field", async () => {
    const answer = await sendText(
      service.url,
      '{"__proto__": {"polluted": true}, "name": "b11", "password": "x"}',
      "application/json",
    );
    assert.ok(answer.code === "bad-request" || answer.code === "sign-in-failed");
    assert.equal(({} as { readonly polluted?: boolean }).polluted, undefined);
  });

  it("A15 writes every refusal of somebody signed in down, with what it was about and why", async () => {
    const client = await service.signIn("b11-m1");
    await client.refusal("GET", "/units/unit-b12/accounts");
    await client.refusal("POST", "/session/post", { postId: "somebody-elses" });
    await client.refusal("PATCH", "/me", { phone: "12" });
    const entries = await service.services.store.read((tx) =>
      tx.audit.entries({ most: 3, accountId: service.accountId("b11-m1") }),
    );
    assert.deepEqual(
      entries.map(({ action, record, outcome, why }) => [action, record, outcome, why]),
      [
        ["PATCH /me", "own-account", "refused", "bad-request"],
        ["POST /session/post", "own-account", "refused", "no-such-post"],
        ["GET /units/:unit/accounts", "unit:unit-b12", "refused", "forbidden"],
      ],
    );
  });

  it("A12 keeps an address that may be a phone number out of the log", async () => {
    const client = await service.signIn("g1");
    await client.refusal("GET", "/units/13812345678/accounts");
    const [entry] = await service.services.store.read((tx) => tx.audit.entries({ most: 1 }));
    assert.equal(entry?.record, "unit");
  });

  it("survives a client that goes away in the middle of a request", async () => {
    const { port, hostname } = new URL(service.url);
    const socket = createConnection(Number(port), hostname);
    await once(socket, "connect");
    socket.write(
      "POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{",
    );
    socket.destroy();
    assert.equal((await fetch(`${service.url}/api/health`)).status, 200);
  });
});

async function sendText(url: string, body: string, type: string): Promise<AnyRefusal> {
  const response = await fetch(`${url}/api/session`, { method: "POST", headers: { "Content-Type": type }, body });
  return ((await response.json()) as { readonly refusal: AnyRefusal }).refusal;
}

describe("a route that fails", () => {
  const log: string[] = [];
  const failing = (path: string, fail: () => unknown): Route => ({
    method: "GET",
    path,
    permission: "public",
    object: "none",
    handle: async () => ok({ kind: "json", value: fail() }),
  });
  const thrower = (error: unknown) => () => {
    throw error;
  };
  const withCode = (code: string): Error => Object.assign(new Error("secret 13812345678"), { code });
  const routes: readonly Route[] = [
    failing("/bug", thrower(new TypeError("about 13812345678"))),
    failing("/full", thrower(withCode("ENOSPC"))),
    failing("/busy", thrower(withCode("busy"))),
    failing("/strange", thrower("just text")),
    { ...failing("/caller", () => null), handle: async ({ caller }) => ok({ kind: "json", value: caller.who }) },
    {
      ...failing("/query", () => null),
      query: z.strictObject({ most: z.coerce.number() }),
      handle: async ({ query }) => ok({ kind: "json", value: query }),
    },
    {
      ...failing("/late", () => null),
      handle: async () => ok({ kind: "file", fileName: "a", mediaType: "text/plain", content: breaksOff() }),
    },
    { ...failing("/locked", () => null), handle: async () => refuse({ code: "not-found" }) },
  ];
  let service: TestService;
  let server: Server;
  let client: HttpClient;
  before(async () => {
    service = await startTestService({ empty: true });
    const { services } = service;
    const app = createApp({
      ...{ services, routes, pages: "/nowhere", assets: "/nowhere", officeJs: "/nowhere" },
      ...{ isAllowedOrigin: () => false, frameHosts: [], trustedProxies: [] },
      ...{ mostBodyBytes: 1_000, log: (line: string) => void log.push(line) },
    });
    server = createServer(app).listen(0, "127.0.0.1");
    await once(server, "listening");
    client = new HttpClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
  after(async () => {
    server.close();
    await service.close();
  });

  it("answers what happened around it by name and a bug as internal, with the request's number in the log", async () => {
    const cases = [
      ["/bug", 500, "internal"],
      ["/full", 507, "disk-full"],
      ["/busy", 503, "busy"],
      ["/strange", 500, "internal"],
      ["/caller", 500, "internal"],
    ] as const;
    for (const [path, status, code] of cases) {
      const answer = await client.call("GET", path);
      assert.equal(answer.status, status, path);
      assert.equal(answer.text, JSON.stringify({ refusal: { code } }), path);
      const line = JSON.parse(log.at(-1) ?? "") as { readonly requestId: string; readonly route: string };
      assert.equal(line.requestId, answer.headers.get("X-Request-Id"), path);
      assert.equal(line.route, `GET /api${path}`);
    }
  });

  it("A12 logs where it failed and never the message, which may quote somebody's data", () => {
    assert.equal(log.join("").includes("13812345678"), false);
    assert.match(log[0] ?? "", /TypeError.*door\.test\.ts/);
  });

  it("breaks an answer off that fails halfway, so that nobody takes it for whole", async () => {
    await assert.rejects(client.call("GET", "/late"));
  });

  it("parses a query like a body", async () => {
    assert.deepEqual(await client.ask("GET", "/query?most=7"), { most: 7 });
    assert.equal((await client.refusal("GET", "/query?most=7&more=1")).code, "bad-request");
    assert.equal((await client.refusal("GET", "/query?most=seven")).code, "bad-request");
  });

  it("shows a plain page where the workbench is not built", async () => {
    const response = await fetch(`${client.url}/`);
    assert.equal(response.status, 503);
    assert.match(await response.text(), /npm run build/);
    assert.match(response.headers.get("Content-Security-Policy") ?? "", /default-src 'self'/);
  });

  it("names the failures of SQLite and PostgreSQL", () => {
    const sqlite = (errcode: number): Error => Object.assign(new Error("x"), { code: "ERR_SQLITE_ERROR", errcode });
    assert.equal(refusalOfFailure(sqlite(5)).code, "busy");
    assert.equal(refusalOfFailure(sqlite(13)).code, "disk-full");
    assert.equal(refusalOfFailure(sqlite(778)).code, "disk-full");
    assert.equal(refusalOfFailure(sqlite(19)).code, "internal");
    assert.equal(refusalOfFailure(sqlite(8)).code, "internal");
    assert.equal(refusalOfFailure(withCode("57014")).code, "busy");
    assert.deepEqual(describeFailure(null), { error: "object", code: "", at: [] });
  });
});

async function* breaksOff(): AsyncIterable<Uint8Array> {
  yield new Uint8Array(100_000);
  await Promise.resolve();
  throw new Error("the disk is gone");
}

describe("a file's name on its way out", () => {
  it("is safe for old programs and true for new ones", () => {
    assert.equal(
      contentDisposition('支撑 "a".pdf', "attachment"),
      `attachment; filename="__ _a_.pdf"; filename*=UTF-8''%E6%94%AF%E6%92%91%20%22a%22.pdf`,
    );
    assert.equal(
      contentDisposition("x'(1).txt", "inline"),
      `inline; filename="x'(1).txt"; filename*=UTF-8''x%27%281%29.txt`,
    );
    assert.match(
      contentDisposition("a\r\nb\ud800", "inline"),
      /^inline; filename="a__b_"; filename\*=UTF-8''a%0D%0Ab_$/,
    );
  });
});
