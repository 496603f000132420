import { composeServices } from "#service/compose-services.ts";
import type { ServiceConfig } from "#service/config.ts";
import { holdsDatabase } from "#service/store/holds-database.ts";
import { ensureKeysFit } from "../ensure-database.ts";
import { failureSentence } from "../failure-sentence.ts";
import { verdictSentence } from "../report/verdict-sentence.ts";
import type { Finding } from "./finding.ts";

/** Opens the database as the service would and verifies the chain; a database that is not there yet is not made. */
export async function checkStore(config: ServiceConfig): Promise<readonly Finding[]> {
  const { db } = config;
  try {
    if (!(await holdsDatabase(db)))
      return [{ what: "store", healthy: true, says: "还没有数据库，首次启动时生成 no database yet" }];
    await ensureKeysFit(config);
    const { services, close } = await composeServices(config);
    try {
      const units = await services.store.read(async (tx) => (await tx.organisation.units()).length);
      const verdict = await services.store.verifyChain();
      const intact = verdict.code === "intact";
      return [
        { what: "store", healthy: true, says: `数据库正常 the database answers: ${String(units)} 个党组织 units` },
        {
          what: "chain",
          healthy: intact,
          says: verdictSentence(verdict),
        },
      ];
    } finally {
      await close();
    }
  } catch (error) {
    const { code, message } = failureSentence(error);
    return [{ what: "store", healthy: false, says: `数据库打不开 the database does not open: ${code}: ${message}` }];
  }
}
