import { composeServices } from "#service/compose-services.ts";
import { demoLines, makeDemo, readDemoSlip, type DemoSlip } from "../demo-database.ts";
import type { Command, CommandCall } from "../command.ts";
import { ensureKeysFit } from "../ensure-database.ts";
import { configOf } from "../with-services.ts";
import { DEMO_PEOPLE, DEMO_SEED } from "./demo.ts";
import { serveUntilStopped } from "./serve.ts";

/** What `npm start` runs: a newcomer sees a whole university without preparing anything. */
export const start: Command = {
  words: "start",
  takes: [],
  options: { port: { type: "string" }, host: { type: "string" } },
  about: "serve, with the demo university if the database is empty 试用",
  run: async (call) => {
    const slip = await demoIfEmpty(call);
    return await serveUntilStopped(call, ({ url }) => [
      ...(slip ? demoLines(slip) : []),
      `台账 Taizhang: ${url}  (Ctrl+C 停止 to stop)`,
    ]);
  },
};

async function demoIfEmpty(call: CommandCall): Promise<DemoSlip | undefined> {
  const config = configOf(call);
  await ensureKeysFit(config);
  const { services, close } = await composeServices(config);
  try {
    const { dataFolder } = config;
    const made = await makeDemo(services, {
      people: DEMO_PEOPLE,
      seed: DEMO_SEED,
      dataFolder,
      password: undefined,
      say: call.say,
    });
    return made.ok ? made.value : await readDemoSlip(dataFolder);
  } finally {
    await close();
  }
}
