import type { z } from "zod";
import { askOutputSchema, askSchema, saveQuestionSchema, unitQuery } from "#core/protocol/records/records.ts";
import { listExports } from "#service/usecases/record/list-exports.ts";
import { askQuestion } from "#service/usecases/record/question/ask-question.ts";
import { listFields } from "#service/usecases/record/question/list-fields.ts";
import { outputAnswer } from "#service/usecases/record/question/output-answer.ts";
import { deleteQuestion, listQuestions, saveQuestion } from "#service/usecases/record/question/saved-questions.ts";
import { file, json, nothing } from "../answers.ts";
import type { Route } from "../route.ts";

/** Free questions over records (M22), and what left the unit (M16). */
export const recordQuestionRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/records/questions",
    permission: "reader",
    object: "unit",
    query: unitQuery,
    handle: async ({ services, caller, query }) =>
      json(await listQuestions(services, caller, query as z.infer<typeof unitQuery>)),
  },
  {
    method: "POST",
    path: "/records/questions",
    permission: "reader",
    object: "unit",
    body: saveQuestionSchema,
    handle: async ({ services, caller, body }) =>
      json(await saveQuestion(services, caller, body as z.infer<typeof saveQuestionSchema>)),
  },
  {
    method: "DELETE",
    path: "/records/questions/:question",
    permission: "reader",
    object: "unit",
    handle: async ({ services, caller, params }) =>
      nothing(await deleteQuestion(services, caller, params["question"] ?? "")),
  },
  {
    method: "GET",
    path: "/records/questions/answer",
    permission: "reader",
    object: "unit",
    query: askSchema,
    handle: async ({ services, caller, query }) =>
      json(await askQuestion(services, caller, query as z.infer<typeof askSchema>)),
  },
  {
    method: "GET",
    path: "/records/questions/output",
    permission: "reader",
    object: "unit",
    query: askOutputSchema,
    handle: async ({ services, caller, query }) =>
      file(await outputAnswer(services, caller, query as z.infer<typeof askOutputSchema>)),
  },
  {
    method: "GET",
    path: "/records/fields",
    permission: "reader",
    object: "none",
    handle: async ({ services }) => json(listFields(services)),
  },
  {
    method: "GET",
    path: "/records/exports",
    permission: "reader",
    object: "unit",
    query: unitQuery,
    handle: async ({ services, caller, query }) =>
      json(await listExports(services, caller, query as z.infer<typeof unitQuery>)),
  },
];
