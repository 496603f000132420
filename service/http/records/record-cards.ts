import type { z } from "zod";
import {
  mergeSchema,
  newPersonSchema,
  recordHistoryQuery,
  revealSchema,
  searchSchema,
  unitQuery,
} from "#core/protocol/records/records.ts";
import { listDuplicates } from "#service/usecases/record/list-duplicates.ts";
import { makePerson } from "#service/usecases/record/make-person.ts";
import { mergeRecords } from "#service/usecases/record/merge-records.ts";
import { readRecordHistory } from "#service/usecases/record/read-record-history.ts";
import { revealField } from "#service/usecases/record/reveal-field.ts";
import { searchPeople } from "#service/usecases/record/search-people.ts";
import { viewPerson } from "#service/usecases/record/view-person.ts";
import { json, nothing } from "../answers.ts";
import type { Route } from "../route.ts";

/** One person's record: the card, what it was before, its sensitive values, finding it, making and merging it (M1, M3, A12). */
export const recordCardRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/records/people/:person",
    permission: "reader",
    object: "record",
    handle: async ({ services, caller, params }) => json(await viewPerson(services, caller, params["person"] ?? "")),
  },
  {
    method: "GET",
    path: "/records/history",
    permission: "reader",
    object: "record",
    query: recordHistoryQuery,
    handle: async ({ services, caller, query }) =>
      json(await readRecordHistory(services, caller, query as z.infer<typeof recordHistoryQuery>)),
  },
  {
    method: "POST",
    path: "/records/people/:person/reveal",
    permission: "reader",
    object: "record",
    body: revealSchema,
    handle: async ({ services, caller, params, body }) => {
      const asked = body as z.infer<typeof revealSchema>;
      return json(await revealField(services, caller, { personId: params["person"] ?? "", ...asked }));
    },
  },
  {
    method: "POST",
    path: "/records/search",
    permission: "reader",
    readsOnly: true,
    object: "none",
    body: searchSchema,
    handle: async ({ services, caller, body }) =>
      json(await searchPeople(services, caller, body as z.infer<typeof searchSchema>)),
  },
  {
    method: "POST",
    path: "/records/people",
    permission: "reader",
    object: "unit",
    body: newPersonSchema,
    handle: async ({ services, caller, body }) =>
      json(await makePerson(services, caller, body as z.infer<typeof newPersonSchema>)),
  },
  {
    method: "GET",
    path: "/records/duplicates",
    permission: "reader",
    object: "unit",
    query: unitQuery,
    handle: async ({ services, caller, query }) =>
      json(await listDuplicates(services, caller, query as z.infer<typeof unitQuery>)),
  },
  {
    method: "POST",
    path: "/records/people/:person/merge",
    permission: "reader",
    object: "record",
    body: mergeSchema,
    handle: async ({ services, caller, params, body }) => {
      const asked = body as z.infer<typeof mergeSchema>;
      return nothing(await mergeRecords(services, caller, { into: params["person"] ?? "", ...asked }));
    },
  },
];
