import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { after, before, describe, it } from "mocha";
import { fileNameOf, parseRefusal, queryText, Transport } from "#addin/service-client/transport.ts";

describe("the transport", () => {
  let server: Server;
  let base: string;
  let asked: IncomingMessage | undefined;
  let answer: { readonly status: number; readonly body: string } = { status: 200, body: "{}" };

  before(async () => {
    server = createServer((request, response) => {
      asked = request;
      response.statusCode = answer.status;
      response.end(answer.body);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    assert.ok(typeof address === "object" && address !== null);
    base = `http://127.0.0.1:${String(address.port)}/api`;
  });
  after(() => server.close());

  it("A7 sends the token as a bearer and nothing else that tells who asks", async () => {
    const transport = new Transport(base);
    transport.useToken("t0ken");
    answer = { status: 200, body: '{"a":1}' };
    assert.deepEqual(await transport.ask("GET", "/x", { query: { year: 2026, none: undefined } }), {
      ok: true,
      value: { a: 1 },
    });
    assert.equal(asked?.headers.authorization, "Bearer t0ken");
    assert.equal(asked.headers.cookie, undefined);
    assert.equal(asked.url, "/api/x?year=2026");
  });
  it("gives the service's refusal as a value", async () => {
    answer = { status: 409, body: '{"refusal":{"code":"busy"}}' };
    assert.deepEqual(await new Transport(base).ask("POST", "/x", { body: {} }), {
      ok: false,
      refusal: { code: "busy" },
    });
  });
  it("tells a proxy's error page, a closed port and a slow answer as unreachable", async () => {
    answer = { status: 502, body: "<html>" };
    const unreachable = { ok: false, refusal: { code: "service-unreachable" } };
    assert.deepEqual(await new Transport(base).ask("GET", "/x"), unreachable);
    assert.deepEqual(await new Transport("http://127.0.0.1:1/api").ask("GET", "/x"), unreachable);
  });
  it("tells its listeners about every answer", async () => {
    const transport = new Transport(base);
    const heard: (string | null)[] = [];
    transport.onAnswer((refusal) => heard.push(refusal?.code ?? null));
    answer = { status: 204, body: "" };
    await transport.ask("DELETE", "/x");
    answer = { status: 401, body: '{"refusal":{"code":"not-signed-in"}}' };
    await transport.ask("GET", "/x");
    assert.deepEqual(heard, [null, "not-signed-in"]);
  });
  it("reads Chinese file names", () => {
    assert.equal(fileNameOf(`attachment; filename="x.xlsx"; filename*=UTF-8''%E5%8F%B0%E8%B4%A6.xlsx`), "台账.xlsx");
    assert.equal(fileNameOf('attachment; filename="x.xlsx"'), "x.xlsx");
    assert.equal(fileNameOf(null), "");
  });
  it("leaves empty values out of the query", () => {
    assert.equal(
      queryText({ search: "", year: null, level: "branch", name: "党 支部" }),
      "?level=branch&name=%E5%85%9A%20%E6%94%AF%E9%83%A8",
    );
  });
  it("takes nothing for a refusal that has no code", () => {
    assert.equal(parseRefusal({ refusal: "no" }), undefined);
    assert.equal(parseRefusal(null), undefined);
  });
});
