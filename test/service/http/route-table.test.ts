import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { RoutePermission } from "#core/access/route-permission.ts";
import type { Instant } from "#core/kernel/instant.ts";
import type { Route } from "#service/http/route.ts";
import { ROUTES } from "#service/http/route-table.ts";
import type { AccountRecord } from "#service/ports/records.ts";
import { HttpClient, refusalOf, type Answer } from "#test/environment/http-client.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import type { RouteSample } from "./route-sample.ts";
import { ROUTE_SAMPLES, saveForeignThings } from "./route-samples.ts";

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;
const isOpen = ({ permission }: Route): boolean => permission === "public";

describe("the route table", () => {
  let service: TestService;
  let clients: Map<string, HttpClient>;
  before(async () => {
    service = await startTestService();
    await saveForeignThings(service.services);
    const names = new Set([...Object.values(ROUTE_SAMPLES).map(({ by }) => by), "b11-m1", "auditor", "system"]);
    clients = new Map();
    for (const name of names) clients.set(name, await service.signIn(name));
  });
  after(() => service.close());

  const clientOf = (name: string): HttpClient => clients.get(name) ?? assert.fail(`nobody signed in as ${name}`);
  const sampleOf = (route: Route): RouteSample =>
    ROUTE_SAMPLES[nameOf(route)] ?? assert.fail(`no sample for ${nameOf(route)}: add one to route-samples.ts`);
  const send = async (route: Route, client: HttpClient, id = "nothing-has-this-id"): Promise<Answer> => {
    const sample = sampleOf(route);
    const put = <T>(given: T): T => JSON.parse(JSON.stringify(given).replaceAll("$id", id)) as T;
    const path = put(sample.path);
    const body = sample.body === undefined ? {} : { body: put(sample.body) };
    const bytes = sample.bytes ? { bytes: Buffer.from(await sample.bytes(service.services, id)) } : {};
    return client.call(route.method, path, { ...body, ...bytes, headers: sample.headers ?? {} });
  };
  /** Sends every route that `which` picks as its sample's account, after that account was changed behind its back. */
  const sendAll = async (
    which: (route: Route) => boolean,
    change: Partial<AccountRecord>,
    look: (route: Route, answer: Answer) => void,
  ): Promise<void> => {
    const routes = ROUTES.filter(which);
    for (const name of new Set(routes.map((route) => sampleOf(route).by))) {
      const account = await service.account(name);
      await service.alterAccount(name, change);
      for (const route of routes.filter((one) => sampleOf(one).by === name))
        look(route, await send(route, clientOf(name)));
      await service.alterAccount(name, account);
    }
  };

  it("A9 has one line per way in, and a sample for every line and for nothing else", () => {
    const names = ROUTES.map(nameOf);
    assert.equal(new Set(names).size, names.length);
    assert.deepEqual(names.toSorted(), Object.keys(ROUTE_SAMPLES).toSorted());
  });

  it("A9 lets only sign-in and health be asked by nobody", async () => {
    assert.deepEqual(ROUTES.filter(isOpen).map(nameOf), ["GET /health", "POST /session"]);
    for (const route of ROUTES.filter((one) => !isOpen(one))) {
      const answer = await send(route, service.anonymous());
      assert.deepEqual([answer.status, refusalOf(answer)], [401, { code: "not-signed-in" }], nameOf(route));
      const forged = new HttpClient(service.url, { token: "A".repeat(43), me: clientOf("g1").me });
      assert.deepEqual(refusalOf(await send(route, forged)), { code: "session-over", why: "ended" }, nameOf(route));
    }
  });

  it("A5 answers no line to an account that was disabled meanwhile", async () => {
    await sendAll(
      (route) => !isOpen(route),
      { state: "disabled" },
      (route, answer) => {
        assert.deepEqual(refusalOf(answer), { code: "session-over", why: "account-changed" }, nameOf(route));
      },
    );
  });

  it("A2 answers nothing but the change while a password is the first one", async () => {
    const isOther = ({ permission }: Route): boolean => permission !== "public" && permission !== "first-password";
    const first = ROUTES.filter(({ permission }) => permission === "first-password").map(nameOf);
    assert.deepEqual(first, ["GET /session", "DELETE /session", "POST /me/password"]);
    await sendAll(isOther, { firstPasswordUntil: "2027-01-01T00:00:00.000Z" as Instant }, (route, answer) => {
      assert.deepEqual([answer.status, refusalOf(answer)], [403, { code: "password-change-required" }], nameOf(route));
    });
  });

  it("A9 refuses everything that writes to a read-only account, except about itself", async () => {
    const own = ROUTES.filter((route) => route.ownAccount === true).map(nameOf);
    assert.deepEqual(own, [
      ...["DELETE /session", "POST /session/post", "PATCH /me", "POST /me/password", "DELETE /me/sessions/:session"],
      "POST /notices/read",
    ]);
    const reading = ROUTES.filter((route) => route.readsOnly === true).map(nameOf);
    assert.deepEqual(reading.toSorted(), ["POST /records/search", "POST /reports/:set/:unit/:on/what-if"]);
    const isFree = ({ ownAccount, readsOnly }: Route): boolean => ownAccount === true || readsOnly === true;
    const writes = (route: Route): boolean => route.method !== "GET" && !isOpen(route) && !isFree(route);
    await sendAll(writes, { permission: "read-only" }, (route, answer) => {
      assert.deepEqual([answer.status, refusalOf(answer)], [403, { code: "read-only" }], nameOf(route));
    });
  });

  it("A11 keeps each line to those it is for", async () => {
    const strangers: Partial<Record<RoutePermission, readonly string[]>> = {
      "organisation-department": ["g1", "b11-m1", "auditor"],
      administers: ["b11-m1", "auditor"],
      reader: ["auditor", "system"],
      audit: ["c", "g1", "b11-m1", "system"],
    };
    for (const route of ROUTES) {
      for (const name of strangers[route.permission] ?? []) {
        const expected = { code: "forbidden", action: nameOf(route) };
        assert.deepEqual(refusalOf(await send(route, clientOf(name))), expected, `${name}: ${nameOf(route)}`);
      }
    }
  });

  for (const route of ROUTES) {
    const { foreign } = ROUTE_SAMPLES[nameOf(route)] ?? { foreign: "own" };
    if (foreign === "own") continue;
    it(`A9 ${nameOf(route)} answers a foreign id exactly as a missing one`, async () => {
      const client = clientOf(sampleOf(route).by);
      const missing = await send(route, client);
      assert.deepEqual([missing.status, missing.text], [404, '{"refusal":{"code":"not-found"}}']);
      if (foreign === "all") return;
      const hidden = await send(route, client, foreign.id);
      assert.deepEqual([hidden.status, hidden.text], [missing.status, missing.text]);
      assert.deepEqual(comparable(hidden), comparable(missing));
    });
  }
});

/** Everything a stranger sees besides the body, but what differs between any two answers. */
function comparable({ headers }: Answer): readonly (readonly [string, string])[] {
  return [...headers].filter(([name]) => name !== "date" && name !== "x-request-id");
}
