import type { Services } from "#service/usecases/services.ts";
import type { CheckServices } from "#service/usecases/record/check/check-services.ts";
import type { ReportServices } from "../report-services.ts";

/** What handing over and judging needs besides the report itself. */
export type SubmissionServices = ReportServices & CheckServices & Pick<Services, "random" | "clock">;
