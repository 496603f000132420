/** The environment, parsed once. Every problem is reported with its variable; nothing else reads the environment. */
import { join, resolve } from "node:path";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { dataFolderOf } from "./data-folder.ts";
import { DEFAULT_POLICY, type AccountPolicy } from "./usecases/account/account-policy.ts";
import type { Limits } from "./usecases/services.ts";

export interface ServiceConfig {
  /** "sqlite:PATH" or "postgres://...". */
  readonly db: string;
  /** Keys, evidence and the chain's anchor: everything that is not in the database. */
  readonly dataFolder: string;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** null: plain http, for this machine and behind a proxy. Excel and WPS open https only. */
  readonly tls: TlsFiles | null;
  /** Besides the service's own addresses; behind a proxy its public origin. */
  readonly allowedOrigins: readonly string[];
  /** Origins of the Office hosts that may show the workbench in a frame. */
  readonly frameHosts: readonly string[];
  readonly trustedProxies: readonly string[];
  readonly mostBodyBytes: number;
  readonly limits: Limits;
  readonly policy: AccountPolicy;
}

/** PEM files. */
export interface TlsFiles {
  readonly certificate: string;
  readonly key: string;
}

export interface ConfigRefusal {
  readonly code: "config-invalid";
  readonly problems: readonly { readonly variable: string; readonly expected: string }[];
}

export type Environment = Readonly<Record<string, string | undefined>>;

const MEGABYTE = 1_048_576;
const STORE_ADDRESS = /^(?:sqlite:.+|postgres(?:ql)?:\/\/[^/]+.*)$/;

export function parseConfig(environment: Environment): Result<ServiceConfig, ConfigRefusal> {
  const read = new Variables(environment);
  const folder = read.text("TAIZHANG_DATA", "");
  const db = read.storeAddress("TAIZHANG_DB", `sqlite:${join(folder || "data", "taizhang.db")}`);
  const tls = read.tlsFiles("TAIZHANG_TLS_CERT", "TAIZHANG_TLS_KEY");
  const config: ServiceConfig = {
    db,
    dataFolder: folder || !STORE_ADDRESS.test(db) ? resolve(folder) : dataFolderOf(db),
    host: read.text("TAIZHANG_HOST", "127.0.0.1"),
    port: read.whole("TAIZHANG_PORT", { least: 0, most: 65_535, otherwise: tls ? 8_443 : 8_080 }),
    tls,
    allowedOrigins: read.origins("TAIZHANG_ORIGINS"),
    frameHosts: read.origins("TAIZHANG_FRAME_HOSTS"),
    trustedProxies: read.list("TAIZHANG_TRUSTED_PROXIES"),
    mostBodyBytes: read.megabytes("TAIZHANG_MOST_BODY_MB", 8),
    limits: {
      evidenceBytes: read.megabytes("TAIZHANG_MOST_EVIDENCE_MB", 50),
      workbookBytes: read.megabytes("TAIZHANG_MOST_WORKBOOK_MB", 20),
      importBytes: read.megabytes("TAIZHANG_MOST_IMPORT_MB", 64),
      secrecyMark: read.text("TAIZHANG_SECRECY_MARK", "") || null,
    },
    policy: {
      ...DEFAULT_POLICY,
      passwordMaxAgeDays: read.whole("TAIZHANG_PASSWORD_MAX_AGE_DAYS", {
        least: 1,
        most: 3_650,
        otherwise: DEFAULT_POLICY.passwordMaxAgeDays,
      }),
    },
  };
  return read.problems.length > 0 ? refuse({ code: "config-invalid", problems: read.problems }) : ok(config);
}

class Variables {
  readonly problems: { readonly variable: string; readonly expected: string }[] = [];
  readonly #environment: Environment;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** Blank counts as not set. */
  text(variable: string, otherwise: string): string {
    return this.#environment[variable]?.trim() || otherwise;
  }

  storeAddress(variable: string, otherwise: string): string {
    const given = this.text(variable, otherwise);
    if (!STORE_ADDRESS.test(given)) this.#complain(variable, "sqlite:PATH or postgres://...");
    return given;
  }

  whole(
    variable: string,
    range: { readonly least: number; readonly most: number; readonly otherwise: number },
  ): number {
    const given = this.text(variable, String(range.otherwise));
    const value = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN;
    if (!(value >= range.least && value <= range.most)) this.#complain(variable, `${range.least}..${range.most}`);
    return value;
  }

  megabytes(variable: string, otherwise: number): number {
    return this.whole(variable, { least: 1, most: 1_024, otherwise }) * MEGABYTE;
  }

  /** Both or neither. */
  tlsFiles(certificateVariable: string, keyVariable: string): TlsFiles | null {
    const [certificate, key] = [this.text(certificateVariable, ""), this.text(keyVariable, "")];
    if (certificate === "" && key === "") return null;
    if (certificate === "") this.#complain(certificateVariable, `a PEM file: ${keyVariable} is set`);
    if (key === "") this.#complain(keyVariable, `a PEM file: ${certificateVariable} is set`);
    return { certificate: resolve(certificate), key: resolve(key) };
  }

  list(variable: string): readonly string[] {
    return this.text(variable, "")
      .split(/[\s,]+/)
      .filter((part) => part !== "");
  }

  /** Exact ones: a scheme and a host, no path and no wildcard (A10). */
  origins(variable: string): readonly string[] {
    const given = this.list(variable);
    if (!given.every(isOrigin)) this.#complain(variable, "https://host[:port], separated by commas");
    return given;
  }

  #complain(variable: string, expected: string): void {
    this.problems.push({ variable, expected });
  }
}

function isOrigin(text: string): boolean {
  return /^https?:\/\/[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}
