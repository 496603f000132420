/** Composition root: services, jobs, the door, and an orderly end. */
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { composeServices } from "./compose-services.ts";
import { readTlsFiles, type Tls } from "./certificates/read-tls-files.ts";
import type { ServiceConfig } from "./config.ts";
import { createApp } from "./http/app.ts";
import { originOf, ownOrigins } from "./http/origins.ts";
import { ROUTES } from "./http/route-table.ts";
import { startJobs } from "./jobs/start-jobs.ts";
import type { Services } from "./usecases/services.ts";

export interface RunningService {
  readonly url: string;
  readonly services: Services;
  /** Lets requests under way end, then stops jobs and store. */
  readonly close: () => Promise<void>;
}

export interface StartOptions {
  readonly log?: (line: string) => void;
  /** What a test chooses instead. */
  readonly different?: Partial<Services>;
}

/** Longer than clients and proxies keep a connection: one that is closed just as a request comes is a request that failed. */
const KEPT_OPEN = 75_000;
/** How long a request under way may still take when the service is told to stop. */
const PATIENCE = 10_000;
const ROOT = join(import.meta.dirname, "..");
const FOLDERS = {
  pages: join(ROOT, "dist", "addin"),
  assets: join(ROOT, "addin", "assets"),
  officeJs: join(ROOT, "node_modules", "@microsoft", "office-js", "dist"),
};

export async function startService(config: ServiceConfig, options: StartOptions = {}): Promise<RunningService> {
  const log = options.log ?? logToStandardError;
  // Before anything is opened: a wrong file must leave nothing behind.
  const tls = config.tls && (await readTlsFiles(config.tls));
  const { services, close: closeServices } = await composeServices(config, options.different);
  try {
    const allowed = new Set(config.allowedOrigins);
    const app = createApp({
      ...config,
      services,
      routes: ROUTES,
      ...FOLDERS,
      isAllowedOrigin: (origin) => allowed.has(origin),
      log,
    });
    const jobs = await startJobs(services, log);
    const server = serverOf(app, tls);
    const listening = {
      scheme: tls ? "https" : "http",
      host: config.host,
      port: await listen(server, config),
    } as const;
    for (const origin of ownOrigins(listening, tls?.hosts)) allowed.add(origin);
    let closing: Promise<void> | undefined;
    const close = async (): Promise<void> => {
      await closeServer(server);
      await jobs.stop();
      await closeServices();
    };
    const url = originOf({ ...listening, host: addressToOpen(config.host, tls?.hosts[0]) });
    return { url, services, close: () => (closing ??= close()) };
  } catch (error) {
    await closeServices();
    throw error;
  }
}

function serverOf(app: RequestListener, tls: Tls | null): Server {
  const keepAliveTimeout = KEPT_OPEN;
  if (!tls) return createServer({ keepAliveTimeout }, app);
  return createTlsServer({ cert: tls.cert, key: tls.key, minVersion: "TLSv1.2", keepAliveTimeout }, app);
}

async function listen(server: Server, { host, port }: ServiceConfig): Promise<number> {
  server.listen({ host, port });
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  // A connection that was busy just now is kept open for a next request, which will not come.
  const sweeping = setInterval(() => server.closeIdleConnections(), 50);
  const impatience = setTimeout(() => server.closeAllConnections(), PATIENCE);
  await closed;
  clearInterval(sweeping);
  clearTimeout(impatience);
}

/** An address to type: nobody can open 0.0.0.0, and a certificate is for the names it names. */
function addressToOpen(host: string, named: string | undefined): string {
  if (named !== undefined) return named;
  return host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
}

function logToStandardError(line: string): void {
  process.stderr.write(`${line}\n`);
}
