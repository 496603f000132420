import { z } from "zod";
import { rosterQuery } from "./records.ts";

/** GET /records/rosters/:list/output: a list as a workbook; the reason is logged with the file's hash (A13). */
export const rosterOutputQuery = rosterQuery.extend({ reason: z.string().trim().min(1).max(500) });
