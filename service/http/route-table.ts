import { accountRequestRoutes } from "./account-requests.ts";
import { accountRoutes } from "./accounts.ts";
import { auditRoutes } from "./audit.ts";
import { healthRoutes } from "./health.ts";
import { meRoutes } from "./me.ts";
import type { Route } from "./route.ts";
import { sessionRoutes } from "./session.ts";
import { unitRoutes } from "./units.ts";

/** Every way in (A9). What is not here does not exist; a line without a test fails the route-table test. */
export const ROUTES: readonly Route[] = [
  ...healthRoutes,
  ...sessionRoutes,
  ...meRoutes,
  ...unitRoutes,
  ...accountRoutes,
  ...accountRequestRoutes,
  ...auditRoutes,
];
