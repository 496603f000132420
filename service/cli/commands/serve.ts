import { once } from "node:events";
import type { ServiceConfig } from "#service/config.ts";
import { startService, type RunningService } from "#service/main.ts";
import { done } from "../answers.ts";
import type { Command, CommandAnswer, CommandCall } from "../command.ts";
import { ensureKeysFit } from "../ensure-database.ts";
import { configOf } from "../with-services.ts";

export const serve: Command = {
  words: "serve",
  takes: [],
  options: { port: { type: "string" }, host: { type: "string" } },
  about: "start the service and the workbench 启动服务",
  run: async (call) => await serveUntilStopped(call, (service) => [`台账 Taizhang: ${service.url}`]),
};

/** Runs until SIGINT or SIGTERM, then lets requests under way end. @param lines printed once it listens */
export async function serveUntilStopped(
  call: CommandCall,
  lines: (service: RunningService) => readonly string[],
): Promise<CommandAnswer> {
  const config = listeningConfig(call);
  await ensureKeysFit(config);
  // Listened for before anybody can know that the service runs: whoever starts it may stop it at once.
  const stopped = Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  const service = await startService(config);
  for (const line of lines(service)) call.announce({ url: service.url }, line);
  await stopped;
  call.say("stopping 正在停止 ...");
  await service.close();
  return done({ stopped: true }, []);
}

function listeningConfig(call: CommandCall): ServiceConfig {
  const environment = {
    ...call.environment,
    ...(call.option("port") === undefined ? {} : { TAIZHANG_PORT: call.option("port") }),
    ...(call.option("host") === undefined ? {} : { TAIZHANG_HOST: call.option("host") }),
  };
  return configOf({ ...call, environment });
}
