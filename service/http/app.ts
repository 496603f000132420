import { randomUUID } from "node:crypto";
import type { RequestListener } from "node:http";
import express, { type Request, type RequestHandler, type Response } from "express";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { Services } from "#service/usecases/services.ts";
import { doorOf } from "./door.ts";
import { describeFailure, refusalOfFailure } from "./failure-of.ts";
import { jsPlugins } from "./js-plugins.ts";
import { officeJsFrom } from "./office-js.ts";
import { checkOrigin } from "./origins.ts";
import type { Route } from "./route.ts";
import { sendRefusal } from "./send-answer.ts";
import { pagesOf } from "./static-pages.ts";
import { strictHeaders } from "./strict-headers.ts";

export interface AppOptions {
  readonly services: Services;
  readonly routes: readonly Route[];
  /** Folder of the built pages; may be missing. */
  readonly pages: string;
  /** Folder of what is served as it stands: addin/assets. */
  readonly assets: string;
  /** Folder `dist` of the package @microsoft/office-js; may be missing. */
  readonly officeJs: string;
  readonly isAllowedOrigin: (origin: string) => boolean;
  readonly frameHosts: readonly string[];
  /** Addresses of proxies whose word about the client's address counts. */
  readonly trustedProxies: readonly string[];
  readonly mostBodyBytes: number;
  readonly log: (line: string) => void;
}

const VERBS = { GET: "get", POST: "post", PUT: "put", PATCH: "patch", DELETE: "delete" } as const;

export function createApp(options: AppOptions): RequestListener {
  const app = express();
  app.disable("x-powered-by");
  // A tag would tell two answers apart that must look alike, and API answers are never cached.
  app.disable("etag");
  // One object, one address: the log and the locks see the same that the table says.
  app.enable("strict routing");
  app.enable("case sensitive routing");
  app.set("query parser", "simple");
  app.set("trust proxy", options.trustedProxies.length > 0 ? [...options.trustedProxies] : false);
  app.use(nameRequest, strictHeaders(options.frameHosts), checkOrigin(options.isAllowedOrigin));
  for (const route of options.routes) app[VERBS[route.method]](`/api${route.path}`, doorOf(route, options));
  app.use("/api", unknownRoute);
  app.use("/office", officeJsFrom(options.officeJs));
  app.get("/jsplugins.xml", jsPlugins(options.isAllowedOrigin));
  app.use(pagesOf(options.pages, options.assets));
  const { log } = options;
  const handle: RequestHandler = app;
  return (incoming, outgoing) => {
    // Express makes its own kinds of them before anything else sees them.
    const [request, response] = [incoming as Request, outgoing as Response];
    void handle(request, response, (failure: unknown) => answerFailure(failure, { request, response, log }));
  };
}

const nameRequest: RequestHandler = (_request, response, next) => {
  response.set("X-Request-Id", randomUUID());
  next();
};

/** What is not in the table does not exist (A9). */
const unknownRoute: RequestHandler = (_request, response) => {
  response.set("Cache-Control", "no-store");
  sendRefusal(response, { code: "not-found" });
};

function answerFailure(
  failure: unknown,
  {
    request,
    response,
    log,
  }: { readonly request: Request; readonly response: Response; readonly log: AppOptions["log"] },
): void {
  const refusal = isClientsFault(failure) ? BAD_ADDRESS : refusalOfFailure(failure);
  if (refusal.code !== "bad-request") {
    const requestId = response.get("X-Request-Id");
    const time = new Date().toISOString();
    const route = `${request.method} ${patternOf(request.route)}`;
    log(JSON.stringify({ time, requestId, route, refusal: refusal.code, ...describeFailure(failure) }));
  }
  // Half an answer is out: only breaking it off tells the client so.
  if (response.headersSent) response.destroy();
  else sendRefusal(response, refusal);
}

const BAD_ADDRESS: AnyRefusal = { code: "bad-request", problems: [{ path: "", message: "address" }] };

/** An address that does not decode ("/api/ledgers/%ff"). */
function isClientsFault(error: unknown): boolean {
  return error instanceof URIError || (error instanceof Error && "status" in error && error.status === 400);
}

/** The route's pattern, never the address as it came: that may hold what somebody typed. */
function patternOf(route: unknown): string {
  return typeof route === "object" && route !== null && "path" in route && typeof route.path === "string"
    ? route.path
    : "";
}
