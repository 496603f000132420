import { accountRequestRoutes } from "./account-requests.ts";
import { accountRoutes } from "./accounts.ts";
import { auditRoutes } from "./audit.ts";
import { evidenceRoutes } from "./evidence.ts";
import { exchangeRoutes } from "./exchange.ts";
import { healthRoutes } from "./health.ts";
import { importRoutes } from "./imports.ts";
import { ledgerRoutes } from "./ledgers.ts";
import { meRoutes } from "./me.ts";
import { messageRoutes } from "./messages.ts";
import { recordCardRoutes } from "./record-cards.ts";
import { recordCheckRoutes } from "./record-checks.ts";
import { recordQuestionRoutes } from "./record-questions.ts";
import { recordRoutes } from "./records.ts";
import { reportOutputRoutes } from "./report/output.ts";
import { reportSubmissionRoutes } from "./report/submission.ts";
import { reportTracingRoutes } from "./report/tracing.ts";
import { reportViewRoutes } from "./report/views.ts";
import type { Route } from "./route.ts";
import { sessionRoutes } from "./session.ts";
import { rosterOutputRoutes } from "./roster-output.ts";
import { standingRoutes } from "./standings.ts";
import { templateRoutes } from "./templates.ts";
import { procedureRoutes } from "./procedures.ts";
import { transferRoutes } from "./transfers.ts";
import { unitChangeRoutes } from "./unit-changes.ts";
import { unitRoutes } from "./units.ts";
import { windowRoutes } from "./windows.ts";

/** Every way in (A9). What is not here does not exist; a line without a test fails the route-table test. */
export const ROUTES: readonly Route[] = [
  ...healthRoutes,
  ...sessionRoutes,
  ...meRoutes,
  ...unitRoutes,
  ...accountRoutes,
  ...accountRequestRoutes,
  ...templateRoutes,
  ...ledgerRoutes,
  ...evidenceRoutes,
  ...exchangeRoutes,
  ...messageRoutes,
  ...windowRoutes,
  ...standingRoutes,
  ...importRoutes,
  ...rosterOutputRoutes,
  ...transferRoutes,
  ...procedureRoutes,
  ...unitChangeRoutes,
  ...recordRoutes,
  ...recordCardRoutes,
  ...recordQuestionRoutes,
  ...recordCheckRoutes,
  ...reportViewRoutes,
  ...reportSubmissionRoutes,
  ...reportTracingRoutes,
  ...reportOutputRoutes,
  ...auditRoutes,
];
