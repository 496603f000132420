import { Transport } from "#addin/service-client/transport.ts";

/** Both ways of speaking to the service, for a page of nothing else. */
const transports = { fetch: new Transport("/api", { speak: "fetch" }), xhr: new Transport("/api", { speak: "xhr" }) };

export type Transports = typeof transports;

Object.assign(window, { transports });
