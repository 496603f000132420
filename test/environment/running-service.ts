import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toId, type AccountId } from "#core/kernel/ids.ts";
import type { SignInAnswer } from "#core/protocol/session.ts";
import { parseConfig, type Environment, type ServiceConfig } from "#service/config.ts";
import { startService, type RunningService } from "#service/main.ts";
import type { AccountRecord } from "#service/ports/records.ts";
import type { Services } from "#service/usecases/services.ts";
import { HttpClient, type Answer } from "./http-client.ts";
import { MovableClock } from "./movable-clock.ts";
import { freshDatabase } from "./postgres.ts";
import { accountIdOf, KNOWN_PASSWORD, saveSmallOrganisation } from "./small-organisation.ts";

export interface TestServiceOptions {
  readonly db?: "sqlite" | "postgres";
  readonly environment?: Environment;
  readonly different?: Partial<Services>;
  /** Without it the small organisation is there (see small-organisation.ts). */
  readonly empty?: true;
}

/** A real service on a real store in a folder of its own, listening on a port of its own. `close` it in `after`. */
export class TestService {
  readonly clock: MovableClock;
  /** What the service logged. */
  readonly log: readonly string[];
  readonly #config: ServiceConfig;
  readonly #different: Partial<Services>;
  #running: RunningService;
  readonly #log: string[];

  constructor(started: {
    readonly config: ServiceConfig;
    readonly clock: MovableClock;
    readonly log: string[];
    readonly different: Partial<Services>;
    readonly running: RunningService;
  }) {
    this.clock = started.clock;
    this.log = started.log;
    this.#log = started.log;
    this.#config = started.config;
    this.#different = started.different;
    this.#running = started.running;
  }

  get url(): string {
    return this.#running.url;
  }

  get services(): Services {
    return this.#running.services;
  }

  get dataFolder(): string {
    return this.#config.dataFolder;
  }

  /** Somebody without a token. */
  anonymous(): HttpClient {
    return new HttpClient(this.url);
  }

  async signIn(name: string, password = KNOWN_PASSWORD): Promise<HttpClient> {
    const answer = await this.trySignIn(name, password);
    assert.equal(answer.status, 201, `${name}: ${answer.text}`);
    return new HttpClient(this.url, answer.body as SignInAnswer);
  }

  async trySignIn(name: string, password = KNOWN_PASSWORD): Promise<Answer> {
    return this.anonymous().call("POST", "/session", { body: { name, password } });
  }

  async account(name: string): Promise<AccountRecord> {
    const account = await this.services.store.read((tx) => tx.accounts.byName(name));
    return account ?? assert.fail(`no account ${name}`);
  }

  /** Changes a stored account behind the service's back, as no route would. */
  async alterAccount(name: string, change: Partial<AccountRecord>): Promise<void> {
    const account = await this.account(name);
    await this.services.store.write((tx) => tx.accounts.saveAccounts([{ ...account, ...change }]));
  }

  accountId(name: string): AccountId {
    return accountIdOf(name);
  }

  /** Stops the service and starts it again on the same data. */
  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Nothing answers until `start`. */
  async stop(): Promise<void> {
    await this.#running.close();
  }

  async start(): Promise<void> {
    const log = (line: string): void => void this.#log.push(line);
    this.#running = await startService(this.#config, { log, different: this.#different });
  }

  async close(): Promise<void> {
    await this.#running.close();
    await rm(this.#config.dataFolder, { recursive: true });
  }
}

export async function startTestService(options: TestServiceOptions = {}): Promise<TestService> {
  const dataFolder = await mkdtemp(join(tmpdir(), "taizhang-service-"));
  const db = options.db === "postgres" ? await freshDatabase() : `sqlite:${join(dataFolder, "taizhang.db")}`;
  const config = parseConfig({
    TAIZHANG_DATA: dataFolder,
    TAIZHANG_DB: db,
    TAIZHANG_PORT: "0",
    ...options.environment,
  });
  if (!config.ok) return assert.fail(JSON.stringify(config.refusal));
  const clock = new MovableClock();
  const log: string[] = [];
  const different = { clock, ...options.different };
  const running = await startService(config.value, { log: (line) => void log.push(line), different });
  if (!options.empty) await saveSmallOrganisation(running.services.store, clock.now());
  return new TestService({ config: config.value, clock, log, different, running });
}

/** An id that nobody has. */
export function unknownId<I extends string>(): I {
  return toId<I>("nothing-has-this-id");
}
