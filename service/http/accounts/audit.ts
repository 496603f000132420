import { auditQuery, type AuditQuery } from "#core/protocol/audit.ts";
import { readAudit, verifyAudit } from "#service/usecases/audit/read-audit.ts";
import { json } from "../answers.ts";
import type { Route } from "../route.ts";

/** For the auditor and nobody else (A16). */
export const auditRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/audit",
    permission: "audit",
    object: "audit",
    query: auditQuery,
    handle: async ({ services, query }) => json(await readAudit(services, query as AuditQuery)),
  },
  {
    method: "POST",
    path: "/audit/verify",
    permission: "audit",
    object: "audit",
    handle: async ({ services, caller }) => json(await verifyAudit(services, caller)),
  },
];
