import { accountRequestRoutes } from "./accounts/account-requests.ts";
import { accountRoutes } from "./accounts/accounts.ts";
import { auditRoutes } from "./accounts/audit.ts";
import { evidenceRoutes } from "./ledger/evidence.ts";
import { exchangeRoutes } from "./ledger/exchange.ts";
import { healthRoutes } from "./health.ts";
import { importRoutes } from "./records/imports.ts";
import { ledgerRoutes } from "./ledger/ledgers.ts";
import { meRoutes } from "./accounts/me.ts";
import { messageRoutes } from "./accounts/messages.ts";
import { recordCardRoutes } from "./records/record-cards.ts";
import { recordCheckRoutes } from "./records/record-checks.ts";
import { recordQuestionRoutes } from "./records/record-questions.ts";
import { recordRoutes } from "./records/records.ts";
import { reportOpeningRoutes } from "./report/opening.ts";
import { reportOutputRoutes } from "./report/output.ts";
import { reportSubmissionRoutes } from "./report/submission.ts";
import { reportTracingRoutes } from "./report/tracing.ts";
import { reportViewRoutes } from "./report/views.ts";
import type { Route } from "./route.ts";
import { sessionRoutes } from "./accounts/session.ts";
import { rosterOutputRoutes } from "./records/roster-output.ts";
import { standingRoutes } from "./ledger/standings.ts";
import { templateRoutes } from "./ledger/templates.ts";
import { procedureRoutes } from "./procedures/procedures.ts";
import { transferRoutes } from "./procedures/transfers.ts";
import { unitChangeRoutes } from "./procedures/unit-changes.ts";
import { unitRoutes } from "./accounts/units.ts";
import { windowRoutes } from "./ledger/windows.ts";

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
  ...reportOpeningRoutes,
  ...auditRoutes,
];
