import type { Services } from "#service/usecases/services.ts";

/** What findings are computed with. */
export type CheckServices = Pick<Services, "store" | "catalogue" | "procedureRules" | "recordChecks" | "findings">;
