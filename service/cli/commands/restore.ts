import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { toInstant } from "#core/kernel/instant.ts";
import type { ServiceConfig } from "#service/config.ts";
import { keyFileIn } from "#service/crypto/key-file.ts";
import { openVault } from "#service/crypto/open-vault.ts";
import { fileAnchor } from "#service/store/chain-anchor.ts";
import { restoreDatabase } from "#service/store/backup/restore-database.ts";
import { done } from "../answers.ts";
import type { Command } from "../command.ts";
import { CommandProblem } from "../command-problem.ts";
import { configOf } from "../with-services.ts";

export const restore: Command = {
  words: "restore",
  takes: ["FILE"],
  options: { keys: { type: "string" } },
  about: "put a backup in the place of the database; on a new machine with --keys of the old one 恢复",
  run: async (call) => {
    const { db, dataFolder } = configOf(call);
    const [file = ""] = call.operands;
    const takeKeysAway = await bringKeys(call.option("keys"), dataFolder);
    const restored = await restoreInto({ db, dataFolder }, file).catch(async (error: unknown) => {
      await takeKeysAway();
      throw error;
    });
    return done(restored, [
      `restored the state of ${restored.madeAt} 已恢复`,
      ...(restored.keptAside === undefined
        ? []
        : [`the old database is kept as ${restored.keptAside} 原数据库另存于此`]),
      ...restored.missingEvidence.map((name) => `missing evidence 缺少支撑材料文件: ${name}`),
    ]);
  },
};

async function restoreInto(
  { db, dataFolder }: Pick<ServiceConfig, "db" | "dataFolder">,
  file: string,
): ReturnType<typeof restoreDatabase> {
  const vault = await openVault(dataFolder);
  const anchor = fileAnchor(join(dataFolder, "anchor"), vault);
  const clock = { now: () => toInstant(Date.now()) };
  const evidenceFolder = join(dataFolder, "evidence");
  return await restoreDatabase(file, { address: db, evidenceFolder, vault, anchor, clock });
}

/**
 * Never over other keys: they may be the only ones that open the present database. Without any, nothing in the backup
 * can be opened, and new ones made here would stand in the way of the right ones.
 * @returns takes away what was brought, for a restore that failed
 */
async function bringKeys(from: string | undefined, dataFolder: string): Promise<() => Promise<void>> {
  const place = keyFileIn(dataFolder);
  const nothingBrought = (): Promise<void> => Promise.resolve();
  if (from === undefined) {
    if (existsSync(place)) return nothingBrought;
    throw new CommandProblem(
      "keys-missing",
      "no keys here; name those of the old machine with --keys 请用 --keys 指明原密钥",
    );
  }
  const brought = await readFile(existsSync(keyFileIn(from)) ? keyFileIn(from) : from);
  if (existsSync(place)) {
    if (brought.equals(await readFile(place))) return nothingBrought;
    throw new CommandProblem("keys-there", `other keys are there already 此处已有另外的密钥: ${place}`);
  }
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  await writeFile(place, brought, { mode: 0o600, flag: "wx" });
  return async () => await rm(place);
}
