import { ok } from "#core/kernel/result.ts";
import type { Route } from "./route.ts";

/** For whoever watches the service: it answers, and so does its store. Tells nothing about either. */
export const healthRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/health",
    permission: "public",
    object: "none",
    handle: async ({ services }) => {
      await services.store.read((tx) => tx.organisation.revision());
      return ok({ kind: "json", value: { state: "ok" } });
    },
  },
];
