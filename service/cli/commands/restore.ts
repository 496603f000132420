import { copyFile, mkdir } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { toInstant } from "#core/kernel/instant.ts";
import { keyFileIn } from "#service/crypto/key-file.ts";
import { openVault } from "#service/crypto/open-vault.ts";
import { fileAnchor } from "#service/store/chain-anchor.ts";
import { restoreDatabase } from "#service/store/backup/restore-database.ts";
import { done } from "../answers.ts";
import { UsageError, type Command } from "../command.ts";
import { configOf } from "../with-services.ts";

export const restore: Command = {
  words: "restore",
  takes: ["FILE"],
  options: { keys: { type: "string" } },
  about: "put a backup in the place of the database; on a new machine with --keys of the old one 恢复",
  run: async (call) => {
    const { db, dataFolder } = configOf(call);
    const [file = ""] = call.operands;
    await bringKeys(call.option("keys"), dataFolder);
    const vault = await openVault(dataFolder);
    const anchor = fileAnchor(join(dataFolder, "anchor"), vault);
    const clock = { now: () => toInstant(Date.now()) };
    const restored = await restoreDatabase(file, {
      address: db,
      evidenceFolder: join(dataFolder, "evidence"),
      vault,
      anchor,
      clock,
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

/** Never over keys that are there: they may be the only ones that open the present database. */
async function bringKeys(from: string | undefined, dataFolder: string): Promise<void> {
  if (from === undefined) return;
  const place = keyFileIn(dataFolder);
  if (existsSync(place)) throw new UsageError(`there are keys already: ${place}`);
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  await copyFile(existsSync(join(from, "taizhang-keys.json")) ? join(from, "taizhang-keys.json") : from, place);
}
