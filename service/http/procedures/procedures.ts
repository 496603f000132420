import {
  actOnPlanSchema,
  admitSchema,
  archiveSchema,
  convertSchema,
  dueQuerySchema,
  duesQuerySchema,
  leaveSchema,
  leavingsQuerySchema,
  payDuesSchema,
  planListSchema,
  planQuerySchema,
  restoreSchema,
  unitNoticesSchema,
  type ActOnPlan,
  type Admit,
  type Archive,
  type ConvertPeople,
  type DueQuery,
  type DuesQuery,
  type Leave,
  type PayDues,
  type PlanListAsked,
  type PlanQuery,
  type Restore,
} from "#core/protocol/records/procedures.ts";
import { actOnPlan } from "#service/usecases/procedure/plan/act-on-plan.ts";
import { admitPeople } from "#service/usecases/procedure/admit-people.ts";
import { archiveList } from "#service/usecases/procedure/archive-lists.ts";
import { convertPeople, dueForConversion } from "#service/usecases/procedure/convert-people.ts";
import { exportPlanList } from "#service/usecases/procedure/plan/export-plan-list.ts";
import { leavePeople, restorePeople } from "#service/usecases/procedure/leave-and-restore.ts";
import { listDues, payDues } from "#service/usecases/procedure/pay-dues.ts";
import { listAdmissionsDue } from "#service/usecases/procedure/list-admissions-due.ts";
import { listLeavings } from "#service/usecases/procedure/list-leavings.ts";
import { listPlanCandidates } from "#service/usecases/procedure/plan/list-plan-candidates.ts";
import { listPlans } from "#service/usecases/procedure/plan/plan-view.ts";
import { listUnitNotices } from "#service/usecases/procedure/unit/unit-notices.ts";
import { file, json } from "../answers.ts";
import type { Route } from "../route.ts";

const person = { permission: "reader", object: "record" } as const;
const plan = { permission: "reader", object: "plan" } as const;

/** Plans, admission, conversion, leaving, dues (M1b, M7 to M10, M20). */
export const procedureRoutes: readonly Route[] = [
  {
    ...{ ...plan, method: "GET", path: "/records/plans", query: planQuerySchema },
    handle: async ({ services, caller, query }) => json(await listPlans(services, caller, query as PlanQuery)),
  },
  {
    ...{ ...plan, method: "GET", path: "/records/plans/candidates", query: planQuerySchema },
    handle: async ({ services, caller, query }) => json(await listPlanCandidates(services, caller, query as PlanQuery)),
  },
  {
    ...{ ...plan, method: "POST", path: "/records/plans/act", body: actOnPlanSchema },
    handle: async ({ services, caller, body }) => json(await actOnPlan(services, caller, body as ActOnPlan)),
  },
  {
    ...{ ...plan, method: "POST", path: "/records/plans/list", body: planListSchema },
    handle: async ({ services, caller, body }) => file(await exportPlanList(services, caller, body as PlanListAsked)),
  },
  {
    ...{ ...person, method: "GET", path: "/records/admissions/due", query: planQuerySchema },
    handle: async ({ services, caller, query }) => json(await listAdmissionsDue(services, caller, query as PlanQuery)),
  },
  {
    ...{ ...person, method: "POST", path: "/records/admissions", body: admitSchema },
    handle: async ({ services, caller, body }) => json(await admitPeople(services, caller, body as Admit)),
  },
  {
    ...{ ...person, method: "GET", path: "/records/conversions/due", query: dueQuerySchema },
    handle: async ({ services, caller, query }) => json(await dueForConversion(services, caller, query as DueQuery)),
  },
  {
    ...{ ...person, method: "POST", path: "/records/conversions", body: convertSchema },
    handle: async ({ services, caller, body }) => json(await convertPeople(services, caller, body as ConvertPeople)),
  },
  {
    ...{ ...person, method: "GET", path: "/records/leavings", query: leavingsQuerySchema },
    handle: async ({ services, caller, query }) =>
      json(await listLeavings(services, caller, query as { readonly unit: string })),
  },
  {
    ...{ ...person, method: "POST", path: "/records/leavings", body: leaveSchema },
    handle: async ({ services, caller, body }) => json(await leavePeople(services, caller, body as Leave)),
  },
  {
    ...{ ...person, method: "POST", path: "/records/restorings", body: restoreSchema },
    handle: async ({ services, caller, body }) => json(await restorePeople(services, caller, body as Restore)),
  },
  {
    ...{ ...person, method: "GET", path: "/records/dues", query: duesQuerySchema },
    handle: async ({ services, caller, query }) => json(await listDues(services, caller, query as DuesQuery)),
  },
  {
    ...{ ...person, method: "POST", path: "/records/dues", body: payDuesSchema },
    handle: async ({ services, caller, body }) => json(await payDues(services, caller, body as PayDues)),
  },
  {
    ...{ ...plan, method: "POST", path: "/records/archives", body: archiveSchema },
    handle: async ({ services, caller, body }) => file(await archiveList(services, caller, body as Archive)),
  },
  {
    ...{ ...plan, method: "GET", path: "/records/unit-notices", query: unitNoticesSchema },
    handle: async ({ services, caller, query }) =>
      json(await listUnitNotices(services, caller, (query as { readonly unit: string }).unit)),
  },
];
