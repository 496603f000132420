import { done, refused } from "../answers.ts";
import type { Command } from "../command.ts";
import { demoLines, makeDemo } from "../demo-database.ts";
import { wholeNumber } from "../whole-number.ts";
import { withNewServices } from "../with-services.ts";

export const DEMO_PEOPLE = 2_000;
export const DEMO_SEED = 2026;

export const demo: Command = {
  words: "demo",
  takes: [],
  options: { people: { type: "string" }, seed: { type: "string" }, password: { type: "string" } },
  about: "fill an empty database with an invented university 生成演示数据",
  run: async (call) => {
    const people = wholeNumber(call.option("people"), DEMO_PEOPLE, { name: "people", from: 60, to: 200_000 });
    const seed = wholeNumber(call.option("seed"), DEMO_SEED, { name: "seed", from: 0, to: 4_294_967_295 });
    return await withNewServices(call, async (services, config) => {
      const made = await makeDemo(services, {
        people,
        seed,
        dataFolder: config.dataFolder,
        password: call.option("password"),
        say: call.say,
      });
      if (!made.ok)
        return refused(
          made.refusal,
          `the database already holds ${String(made.refusal.units)} units; choose an empty one 数据库已有数据，未作改动`,
        );
      return done(made.value, demoLines(made.value));
    });
  },
};
