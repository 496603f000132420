import { join } from "node:path";
import { toInstant } from "#core/kernel/instant.ts";
import { openVault } from "#service/crypto/open-vault.ts";
import { backupDatabase } from "#service/store/backup/backup-database.ts";
import { done } from "../answers.ts";
import type { Command } from "../command.ts";
import { ensureDatabase } from "../ensure-database.ts";
import { configOf } from "../with-services.ts";

export const backup: Command = {
  words: "backup",
  takes: ["FILE"],
  options: {},
  about: "write database and evidence into one file, also while the service runs 备份",
  run: async (call) => {
    const config = configOf(call);
    const { db, dataFolder } = config;
    await ensureDatabase(config);
    const [file = ""] = call.operands;
    const vault = await openVault(dataFolder);
    const clock = { now: () => toInstant(Date.now()) };
    const manifest = await backupDatabase(db, { file, evidenceFolder: join(dataFolder, "evidence"), vault, clock });
    return done({ file, ...manifest }, [
      `${file}: ${String(manifest.parts.length)} parts, ${manifest.madeAt}`,
      `密钥不在备份里，请另行妥善保管 The keys are not in the backup; keep them apart: ${dataFolder}`,
      ...manifest.missing.map((name) => `missing evidence 缺少支撑材料文件: ${name}`),
    ]);
  },
};
