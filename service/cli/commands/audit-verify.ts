import type { Command } from "../command.ts";
import { verdictSentence } from "../report/verdict-sentence.ts";
import { withServices } from "../with-services.ts";

export const auditVerify: Command = {
  words: "audit verify",
  takes: [],
  options: {},
  about: "check the audit chain and its anchor 校验审计链",
  run: async (call) =>
    await withServices(call, async ({ store }) => {
      const verdict = await store.verifyChain();
      return { exitCode: verdict.code === "intact" ? 0 : 1, data: verdict, lines: [verdictSentence(verdict)] };
    }),
};
