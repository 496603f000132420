import type { RootHookObject } from "mocha";
import { stopPostgres } from "./postgres.ts";

// One PostgreSQL serves the whole run: started by the first test that asks, stopped here.
export const mochaHooks: RootHookObject = {
  async afterAll() {
    await stopPostgres();
  },
};
