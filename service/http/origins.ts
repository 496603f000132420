import { networkInterfaces } from "node:os";
import type { RequestHandler } from "express";
import { sendRefusal } from "./send-answer.ts";

const METHODS = "GET, POST, PUT, PATCH, DELETE";
const HEADERS = "authorization, content-type, x-file-name";

/**
 * Exact allow-list (A10): a browser page of any other origin gets a refusal, whatever it sends. Requests without an
 * Origin are no page's: same-origin reads and programs; these need the token like everybody.
 */
export function checkOrigin(isAllowed: (origin: string) => boolean): RequestHandler {
  return (request, response, next) => {
    const { origin } = request.headers;
    if (origin === undefined) {
      next();
      return;
    }
    response.vary("Origin");
    if (!isAllowed(origin)) {
      sendRefusal(response, { code: "forbidden", action: "origin" });
      return;
    }
    response.set({ "Access-Control-Allow-Origin": origin, "Access-Control-Expose-Headers": "X-Request-Id" });
    if (request.method !== "OPTIONS") {
      next();
      return;
    }
    response.set({ "Access-Control-Allow-Methods": METHODS, "Access-Control-Allow-Headers": HEADERS });
    response.status(204).end();
  };
}

export interface Listening {
  readonly scheme: "http" | "https";
  readonly host: string;
  readonly port: number;
}

/**
 * Where the service's own pages are opened from; behind a proxy its public origin must be configured.
 *
 * @param named what the service's own certificate says besides
 */
export function ownOrigins({ scheme, host, port }: Listening, named: readonly string[] = []): readonly string[] {
  const isAnywhere = host === "0.0.0.0" || host === "::";
  const here = isAnywhere ? addressesOfThisMachine() : [host];
  return [...new Set(["127.0.0.1", "localhost", "::1", ...here, ...named])].map((name) =>
    originOf({ scheme, host: name, port }),
  );
}

export function originOf({ scheme, host, port }: Listening): string {
  return new URL(`${scheme}://${host.includes(":") ? `[${host}]` : host}:${port}`).origin;
}

function addressesOfThisMachine(): readonly string[] {
  const named = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return named.map(({ address }) => address).filter((address) => !address.includes("%"));
}
