import type { Command } from "../command.ts";
import { checkDisk, checkKeys, checkPage, checkPort, checkRuntime } from "../doctor/check-surroundings.ts";
import { checkOfficeJs, checkTls } from "../doctor/check-desks.ts";
import { checkStore } from "../doctor/check-store.ts";
import { configOf } from "../with-services.ts";

export const doctor: Command = {
  words: "doctor",
  takes: [],
  options: {},
  about: "versions, database, keys, disk, port in plain words 体检",
  run: async (call) => {
    const config = configOf(call);
    const findings = [
      checkRuntime(),
      ...(await checkStore(config)),
      await checkKeys(config),
      await checkDisk(config),
      await checkPort(config),
      checkPage(),
      checkOfficeJs(),
      await checkTls(config, new Date()),
    ];
    const healthy = findings.every((finding) => finding.healthy);
    const lines = findings.map((finding) => `${finding.healthy ? "✓" : "✗"} ${finding.what.padEnd(9)} ${finding.says}`);
    return { exitCode: healthy ? 0 : 1, data: { healthy, findings }, lines };
  },
};
