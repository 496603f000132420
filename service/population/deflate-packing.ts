import { promisify } from "node:util";
import { deflate, inflate } from "node:zlib";
import type { BytePacking } from "#service/ports/reports/report-populations.ts";

const [deflated, inflated] = [promisify(deflate), promisify(inflate)];

/** Columns of small numbers shrink well even by a quick look, and a report is frozen inside a transaction. */
const QUICK = { level: 3 };

export const deflatePacking: BytePacking = {
  pack: async (bytes) => await deflated(bytes, QUICK),
  unpack: async (bytes) => await inflated(bytes),
};
