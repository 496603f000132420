import type { Services } from "#service/usecases/services.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";

/**
 * One valid request for every line of the route table. Where a line takes an id, "$id" stands for it, in the path or in
 * the body; `foreign` is an id that exists and that `by` must not learn about. "all": nothing of this kind is hidden
 * from who may use the line at all. "own": the line takes no id of anything that others have.
 */
export interface RouteSample {
  readonly by: string;
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly bytes?: (services: Services, id: string) => Promise<Uint8Array>;
  readonly foreign: { readonly id: string } | "all" | "own";
}

export const REASON = { reason: "为了测试而做" };
export const ACT = { on: "2026-01-02", ...REASON };
export const FOREIGN_PERSON = { id: "person-b21-m1" };
export const FOREIGN_TRANSFER = { id: "transfer-b21" };
export const FOREIGN_UNIT = { id: unitIdOf("b21") };
export const FOREIGN_IMPORT = { id: "import-b21" };
export const MAPPING = { sheet: "名册", headerRow: 1, columns: [{ index: 0, field: "name", edition: null }] };
