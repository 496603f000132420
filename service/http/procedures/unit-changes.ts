import type { z } from "zod";
import {
  changeUnitSchema,
  reportElectionSchema,
  unitTreeQuery,
  type ChangeUnit,
  type ReportElection,
} from "#core/protocol/records/unit-changes.ts";
import { changeUnit } from "#service/usecases/procedure/unit/change-unit.ts";
import { reportElection } from "#service/usecases/procedure/report-election.ts";
import { listUnitTree, viewUnit } from "#service/usecases/procedure/unit/view-units.ts";
import { json } from "../answers.ts";
import type { Route } from "../route.ts";

const unit = { permission: "administers", object: "unit" } as const;

/** Changes of the tree and elections (M18, M19). */
export const unitChangeRoutes: readonly Route[] = [
  {
    ...{ method: "GET", path: "/records/unit-tree", permission: "reader", object: "unit", query: unitTreeQuery },
    handle: async ({ services, caller, query }) =>
      json(await listUnitTree(services, caller, query as z.infer<typeof unitTreeQuery>)),
  },
  {
    ...{ method: "GET", path: "/records/units/:unit", permission: "reader", object: "unit" },
    handle: async ({ services, caller, params }) => json(await viewUnit(services, caller, params["unit"] ?? "")),
  },
  {
    ...{ ...unit, method: "POST", path: "/records/unit-changes", body: changeUnitSchema },
    handle: async ({ services, caller, body }) => json(await changeUnit(services, caller, body as ChangeUnit)),
  },
  {
    ...{ ...unit, method: "POST", path: "/records/elections", body: reportElectionSchema },
    handle: async ({ services, caller, body }) => json(await reportElection(services, caller, body as ReportElection)),
  },
];
