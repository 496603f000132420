import { keyFileIn, loadOrMakeKeys, replaceKeys, withNewKey } from "#service/crypto/key-file.ts";
import { vaultOf } from "#service/crypto/vault.ts";
import { rotateKeys } from "#service/store/rotate-keys.ts";
import { done } from "../answers.ts";
import type { Command } from "../command.ts";
import { configOf } from "../with-services.ts";

export const keysRotate: Command = {
  words: "keys rotate",
  takes: [],
  options: {},
  about: "make a new key and wrap everything with it; the service must be stopped 更换密钥",
  run: async (call) => {
    const { db, dataFolder } = configOf(call);
    const ring = withNewKey(await loadOrMakeKeys(dataFolder));
    await replaceKeys(keyFileIn(dataFolder), ring);
    await rotateKeys(db, vaultOf(ring));
    return done({ rotated: true }, ["a new key is in use 已启用新密钥"]);
  },
};
