import { MAPPING, REASON, FOREIGN_PERSON, FOREIGN_UNIT, FOREIGN_IMPORT, type RouteSample } from "./route-sample.ts";

/** Records of people and units, and their imports (M1 to M6, M21, M22, W8). */
export const RECORD_SAMPLES: Readonly<Record<string, RouteSample>> = {
  "GET /records/units": { by: "g1", path: "/records/units", foreign: "own" },
  "GET /records/rosters/:list": { by: "g1", path: "/records/rosters/members?unit=$id", foreign: FOREIGN_UNIT },
  "POST /records/push": {
    by: "g1",
    path: "/records/push",
    body: { key: "a-push-of-mine", edits: [{ record: "person:x", field: "remark", baseRevision: 0, value: "1" }] },
    foreign: "own",
  },
  "GET /records/people/:person": { by: "g1", path: "/records/people/$id", foreign: FOREIGN_PERSON },
  "GET /records/history": { by: "g1", path: "/records/history?record=person:$id", foreign: FOREIGN_PERSON },
  "POST /records/people/:person/reveal": {
    by: "g1",
    path: "/records/people/$id/reveal",
    body: { field: "mobile", ...REASON },
    foreign: FOREIGN_PERSON,
  },
  "POST /records/search": { by: "g1", path: "/records/search", body: { name: "郭子仪" }, foreign: "own" },
  "POST /records/people": {
    by: "g1",
    path: "/records/people",
    body: { unitId: "$id", kind: "member", from: "2026-01-01", fields: { name: "郭子仪" } },
    foreign: FOREIGN_UNIT,
  },
  "GET /records/duplicates": { by: "g1", path: "/records/duplicates?unit=$id", foreign: FOREIGN_UNIT },
  "POST /records/people/:person/merge": {
    by: "g1",
    path: "/records/people/$id/merge",
    body: { from: "person-b11-m1", ...REASON },
    foreign: FOREIGN_PERSON,
  },
  "GET /records/required": { by: "g1", path: "/records/required?unit=$id", foreign: FOREIGN_UNIT },
  "GET /records/findings": { by: "g1", path: "/records/findings?unit=$id", foreign: FOREIGN_UNIT },
  "POST /records/findings/explain": {
    by: "g1",
    path: "/records/findings/explain",
    body: { record: "person:$id", check: "M21-1", text: "档案丢失，已向上级申请补办" },
    foreign: FOREIGN_PERSON,
  },
  "GET /records/questions": { by: "g1", path: "/records/questions?unit=$id", foreign: FOREIGN_UNIT },
  "POST /records/questions": {
    by: "g1",
    path: "/records/questions",
    body: { unitId: "$id", baseRevision: 0, name: "女党员", condition: "性别 = 女" },
    foreign: FOREIGN_UNIT,
  },
  "DELETE /records/questions/:question": {
    by: "g1",
    path: "/records/questions/$id",
    foreign: { id: "question-b21" },
  },
  "GET /records/questions/answer": {
    by: "g1",
    path: "/records/questions/answer?unit=$id&condition=",
    foreign: FOREIGN_UNIT,
  },
  "GET /records/questions/output": {
    by: "g1",
    path: "/records/questions/output?unit=$id&condition=&reason=x1",
    foreign: FOREIGN_UNIT,
  },
  "GET /records/fields": { by: "g1", path: "/records/fields", foreign: "own" },
  "GET /records/exports": { by: "g1", path: "/records/exports?unit=$id", foreign: FOREIGN_UNIT },
  "GET /records/rosters/:list/output": {
    by: "g1",
    path: "/records/rosters/members/output?unit=$id&reason=x",
    foreign: FOREIGN_UNIT,
  },
  "POST /records/imports/inspect": { by: "g1", path: "/records/imports/inspect?unit=$id", foreign: FOREIGN_UNIT },
  "POST /records/imports": {
    by: "g1",
    path: "/records/imports?unit=$id",
    headers: { "X-File-Name": "a.xlsx", "X-Import-Mapping": encodeURIComponent(JSON.stringify(MAPPING)) },
    foreign: FOREIGN_UNIT,
  },
  "GET /records/imports": { by: "g1", path: "/records/imports?unit=$id", foreign: FOREIGN_UNIT },
  "GET /records/imports/:import": { by: "g1", path: "/records/imports/$id", foreign: FOREIGN_IMPORT },
  "GET /records/imports/:import/rows": { by: "g1", path: "/records/imports/$id/rows", foreign: FOREIGN_IMPORT },
  "POST /records/imports/:import/commit": {
    by: "g1",
    path: "/records/imports/$id/commit",
    body: REASON,
    foreign: FOREIGN_IMPORT,
  },
  "DELETE /records/imports/:import": { by: "g1", path: "/records/imports/$id", foreign: FOREIGN_IMPORT },
  "POST /records/imports/:import/result": {
    by: "g1",
    path: "/records/imports/$id/result",
    foreign: FOREIGN_IMPORT,
  },
};
