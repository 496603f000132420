import { composeServices } from "#service/compose-services.ts";
import { parseConfig, type ServiceConfig } from "#service/config.ts";
import type { Services } from "#service/usecases/services.ts";
import { ensureDatabase, ensureKeysFit } from "./ensure-database.ts";
import { UsageError, type CommandAnswer, type CommandCall } from "./command.ts";

/** `--db` wins over TAIZHANG_DB; everything else comes from the environment. @throws UsageError naming each wrong variable */
export function configOf(call: CommandCall): ServiceConfig {
  const db = call.option("db");
  const parsed = parseConfig(db === undefined ? call.environment : { ...call.environment, TAIZHANG_DB: db });
  if (parsed.ok) return parsed.value;
  throw new UsageError(
    parsed.refusal.problems
      .map(({ variable, expected }) => `${variable}${variable === "TAIZHANG_DB" ? " (--db)" : ""} must be ${expected}`)
      .join("\n"),
  );
}

/**
 * Opens the database for one command and closes it whatever happens. Beside a running service the command takes its turn
 * like any other writer: SQLite's own lock and PostgreSQL's transactions see to it.
 */
export async function withServices(
  call: CommandCall,
  work: (services: Services, config: ServiceConfig) => Promise<CommandAnswer>,
): Promise<CommandAnswer> {
  await ensureDatabase(configOf(call));
  return await withNewServices(call, work);
}

/** The same for commands that make the database where there is none. */
export async function withNewServices(
  call: CommandCall,
  work: (services: Services, config: ServiceConfig) => Promise<CommandAnswer>,
): Promise<CommandAnswer> {
  const config = configOf(call);
  await ensureKeysFit(config);
  const { services, close } = await composeServices(config);
  try {
    return await work(services, config);
  } finally {
    await close();
  }
}

/** `--as ACCOUNT` and the like. */
export function required(call: CommandCall, option: string): string {
  const value = call.option(option);
  if (value === undefined) throw new UsageError(`--${option} is missing`);
  return value;
}
