import { addKey } from "#service/crypto/add-key.ts";
import { holdAlone } from "#service/store/engine/hold-alone.ts";
import { rotateKeys } from "#service/store/rotate-keys.ts";
import { done } from "../answers.ts";
import type { Command } from "../command.ts";
import { ensureDatabase } from "../ensure-database.ts";
import { configOf } from "../with-services.ts";

export const keysRotate: Command = {
  words: "keys rotate",
  takes: [],
  options: {},
  about: "make a new key and wrap everything with it; the service must be stopped 更换密钥",
  run: async (call) => {
    const config = configOf(call);
    await ensureDatabase(config);
    // Asked before the key file is touched: a refused rotation leaves no new key behind.
    await holdAlone(config.db, () => Promise.resolve());
    await rotateKeys(config.db, await addKey(config.dataFolder));
    return done({ rotated: true }, ["a new key is in use 已启用新密钥"]);
  },
};
