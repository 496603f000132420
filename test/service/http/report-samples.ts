import { FOREIGN_UNIT, REASON, type RouteSample } from "./route-sample.ts";

const REPORT = "/reports/2017/$id/2026-12-31";

/** Reports: a foreign unit's is not found, whatever the form and the day (R-rules, A9). */
export const REPORT_SAMPLES: Readonly<Record<string, RouteSample>> = {
  "GET /reports/sets": { by: "g1", path: "/reports/sets", foreign: "own" },
  "POST /reports/push": {
    by: "g1",
    path: "/reports/push",
    body: { key: "a-report-push", edits: [{ record: "report:x", field: "1!A1", baseRevision: 0, value: 1 }] },
    foreign: "own",
  },
  "GET /reports/:set/:unit/:on": { by: "g1", path: REPORT, foreign: FOREIGN_UNIT },
  "GET /reports/:set/:unit/:on/cell": { by: "g1", path: `${REPORT}/cell?cell=1!A1`, foreign: FOREIGN_UNIT },
  "GET /reports/:set/:unit/:on/compare": { by: "g1", path: `${REPORT}/compare?year=2025`, foreign: FOREIGN_UNIT },
  "POST /reports/:set/:unit/:on/explain": {
    by: "g1",
    path: `${REPORT}/explain`,
    body: { check: "A-3", line: "", text: "本年新建两个支部，女党员增加" },
    foreign: FOREIGN_UNIT,
  },
  "POST /reports/:set/:unit/:on/exempt": {
    by: "g1",
    path: `${REPORT}/exempt`,
    body: { check: "D-001", ...REASON },
    foreign: FOREIGN_UNIT,
  },
  "DELETE /reports/:set/:unit/:on/exempt": {
    by: "g1",
    path: `${REPORT}/exempt?check=D-001`,
    foreign: FOREIGN_UNIT,
  },
  "POST /reports/:set/:unit/:on/opening": {
    by: "g1",
    path: `${REPORT}/opening`,
    body: { year: 2025, values: { "1!A16": 40 }, ...REASON },
    foreign: FOREIGN_UNIT,
  },
  "GET /reports/:set/:unit/:on/opening/book": {
    by: "g1",
    path: `${REPORT}/opening/book?year=2025&reason=${encodeURIComponent(REASON.reason)}`,
    foreign: FOREIGN_UNIT,
  },
  "POST /reports/:set/:unit/:on/opening/book": {
    by: "g1",
    path: `${REPORT}/opening/book?year=2025&dryRun=true`,
    bytes: async () => await Promise.resolve(new TextEncoder().encode("no workbook")),
    foreign: FOREIGN_UNIT,
  },
  "GET /reports/overview": {
    by: "g1",
    path: "/reports/overview?set=2017&unit=$id&on=2026-12-31",
    foreign: FOREIGN_UNIT,
  },
  "GET /reports/:set/:unit/:on/gate": { by: "g1", path: `${REPORT}/gate`, foreign: FOREIGN_UNIT },
  "GET /reports/:set/:unit/:on/submission": { by: "g1", path: `${REPORT}/submission`, foreign: FOREIGN_UNIT },
  "GET /reports/:set/:unit/:on/rollup": { by: "g1", path: `${REPORT}/rollup`, foreign: FOREIGN_UNIT },
  "POST /reports/:set/:unit/:on/submit": {
    by: "g1",
    path: `${REPORT}/submit`,
    body: { key: "a-submission" },
    foreign: FOREIGN_UNIT,
  },
  "POST /reports/:set/:unit/:on/withdraw": {
    by: "g1",
    path: `${REPORT}/withdraw`,
    body: REASON,
    foreign: FOREIGN_UNIT,
  },
  "POST /reports/:set/:unit/:on/accept": { by: "g1", path: `${REPORT}/accept`, body: REASON, foreign: FOREIGN_UNIT },
  "POST /reports/:set/:unit/:on/unlock": { by: "g1", path: `${REPORT}/unlock`, body: REASON, foreign: FOREIGN_UNIT },
  "POST /reports/:set/:unit/:on/return": {
    by: "g1",
    path: `${REPORT}/return`,
    body: { ...REASON, remarks: [] },
    foreign: FOREIGN_UNIT,
  },
  "POST /reports/:set/:unit/:on/printed": {
    by: "g1",
    path: `${REPORT}/printed`,
    body: { on: "2026-12-31" },
    foreign: FOREIGN_UNIT,
  },
  "GET /reports/:set/:unit/:on/materials": { by: "g1", path: `${REPORT}/materials`, foreign: FOREIGN_UNIT },
  "PUT /reports/:set/:unit/:on/answers": {
    by: "g1",
    path: `${REPORT}/answers`,
    body: { point: "P-00.1", text: "已全部进入记录", revision: 0 },
    foreign: FOREIGN_UNIT,
  },
  "GET /reports/:set/:unit/:on/materials/points": {
    by: "g1",
    path: `${REPORT}/materials/points?reason=${encodeURIComponent(REASON.reason)}`,
    foreign: FOREIGN_UNIT,
  },
  "GET /reports/:set/:unit/:on/materials/lists": {
    by: "g1",
    path: `${REPORT}/materials/lists?reason=${encodeURIComponent(REASON.reason)}`,
    foreign: FOREIGN_UNIT,
  },
  "GET /reports/:set/:unit/:on/drill": { by: "g1", path: `${REPORT}/drill?cell=1!A16`, foreign: FOREIGN_UNIT },
  "GET /reports/:set/:unit/:on/contrast": {
    by: "g1",
    path: `${REPORT}/contrast?first=1!A16&second=2!A1`,
    foreign: FOREIGN_UNIT,
  },
  "POST /reports/:set/:unit/:on/what-if": {
    by: "g1",
    path: `${REPORT}/what-if`,
    body: { record: "person:nobody", fields: { sex: "2" } },
    foreign: FOREIGN_UNIT,
  },
  "GET /reports/:set/:unit/:on/output": {
    by: "g1",
    path: `${REPORT}/output?reason=${encodeURIComponent(REASON.reason)}`,
    foreign: FOREIGN_UNIT,
  },
  "GET /reports/:set/:unit/:on/output/findings": {
    by: "g1",
    path: `${REPORT}/output/findings?reason=${encodeURIComponent(REASON.reason)}`,
    foreign: FOREIGN_UNIT,
  },
  "GET /reports/:set/:unit/:on/output/comparison": {
    by: "g1",
    path: `${REPORT}/output/comparison?year=2025&reason=${encodeURIComponent(REASON.reason)}`,
    foreign: FOREIGN_UNIT,
  },
  "POST /reports/:set/:unit/:on/import": {
    by: "g1",
    path: `${REPORT}/import?dryRun=true`,
    bytes: async () => await Promise.resolve(new TextEncoder().encode("no workbook")),
    foreign: FOREIGN_UNIT,
  },
};
