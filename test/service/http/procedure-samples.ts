import { unitIdOf } from "#test/environment/small-organisation.ts";
import { REASON, ACT, FOREIGN_PERSON, FOREIGN_TRANSFER, FOREIGN_UNIT, type RouteSample } from "./route-sample.ts";

const ARRIVAL = {
  ...{
    name: "郭子仪",
    idNumber: "11010519491231002X",
    heading: "某省委组织部",
    number: "12",
    duesPaidUntil: "2026-01",
  },
};

/** Procedures on records (M1b, M7 to M20). */
export const PROCEDURE_SAMPLES: Readonly<Record<string, RouteSample>> = {
  "GET /records/transfers": { by: "g1", path: "/records/transfers?unit=$id", foreign: FOREIGN_UNIT },
  "GET /records/transfers/people": { by: "g1", path: "/records/transfers/people?unit=$id", foreign: FOREIGN_UNIT },
  "GET /records/transfers/choices": { by: "g1", path: "/records/transfers/choices", foreign: "own" },
  "GET /records/transfers/destination": {
    by: "g1",
    path: "/records/transfers/destination?code=$id",
    foreign: "own",
  },
  "GET /records/transfers/:transfer": { by: "g1", path: "/records/transfers/$id", foreign: FOREIGN_TRANSFER },
  "GET /records/transfers/:transfer/letter": {
    by: "g1",
    path: "/records/transfers/$id/letter",
    foreign: FOREIGN_TRANSFER,
  },
  "POST /records/transfers": {
    by: "g1",
    path: "/records/transfers",
    body: { ...ACT, rows: [{ personId: "$id", to: { unitCode: "g2" }, duesPaidUntil: "2026-01" }] },
    foreign: FOREIGN_PERSON,
  },
  "POST /records/transfers/whole-unit": {
    by: "g1",
    path: "/records/transfers/whole-unit",
    body: { ...ACT, unitId: "$id", to: { unitCode: "g2" }, duesPaidUntil: "2026-01" },
    foreign: FOREIGN_UNIT,
  },
  "POST /records/transfers/inside": {
    by: "g1",
    path: "/records/transfers/inside",
    body: { ...ACT, people: ["$id"], branchId: unitIdOf("b11") },
    foreign: FOREIGN_PERSON,
  },
  "POST /records/transfers/ask": {
    by: "g1",
    path: "/records/transfers/ask",
    body: { ...REASON, name: "郭子仪", idNumber: "11010519491231002X", unitId: "$id" },
    foreign: FOREIGN_UNIT,
  },
  "POST /records/transfers/arrive": {
    by: "g1",
    path: "/records/transfers/arrive",
    body: { ...ACT, ...ARRIVAL, branchId: "$id" },
    foreign: FOREIGN_UNIT,
  },
  "POST /records/transfers/workbook": {
    by: "g1",
    path: "/records/transfers/workbook",
    body: { ...REASON, transfers: ["$id"] },
    foreign: FOREIGN_TRANSFER,
  },
  "POST /records/transfers/receipts": {
    by: "g1",
    path: "/records/transfers/receipts",
    bytes: async () => await Promise.resolve(new TextEncoder().encode("no workbook")),
    foreign: "own",
  },
  "POST /records/transfers/register": {
    by: "g1",
    path: "/records/transfers/register",
    body: {
      ...{ ...ACT, branchId: "$id", heading: "某省委组织部", number: "12", duesPaidUntil: "2026-01" },
      fields: { name: "郭子仪" },
    },
    foreign: FOREIGN_UNIT,
  },
  "POST /records/transfers/act": {
    by: "g1",
    path: "/records/transfers/act",
    body: { on: ACT.on, transfers: ["$id"], move: { act: "revoke", ...REASON } },
    foreign: FOREIGN_TRANSFER,
  },
  "GET /records/plans": { by: "g1", path: "/records/plans?unit=$id&year=2027", foreign: FOREIGN_UNIT },
  "GET /records/plans/candidates": {
    by: "g1",
    path: "/records/plans/candidates?unit=$id&year=2027",
    foreign: FOREIGN_UNIT,
  },
  "POST /records/plans/act": {
    by: "g1",
    path: "/records/plans/act",
    body: { unitId: "$id", year: 2027, act: { kind: "report", number: 0 } },
    foreign: FOREIGN_UNIT,
  },
  "POST /records/plans/list": {
    by: "g1",
    path: "/records/plans/list",
    body: { unitId: "$id", year: 2027, ...REASON },
    foreign: FOREIGN_UNIT,
  },
  "GET /records/admissions/due": {
    by: "g1",
    path: "/records/admissions/due?unit=$id&year=2027",
    foreign: FOREIGN_UNIT,
  },
  "POST /records/admissions": {
    by: "g1",
    path: "/records/admissions",
    body: {
      rows: [{ personId: "$id", joinedOn: ACT.on, approvingCommittee: "党委", approvedOn: ACT.on, bookNumber: "1" }],
    },
    foreign: FOREIGN_PERSON,
  },
  "GET /records/conversions/due": { by: "g1", path: "/records/conversions/due?unit=$id", foreign: FOREIGN_UNIT },
  "POST /records/conversions": {
    by: "g1",
    path: "/records/conversions",
    body: { people: ["$id"], result: "on-time" },
    foreign: FOREIGN_PERSON,
  },
  "GET /records/leavings": { by: "g1", path: "/records/leavings?unit=$id", foreign: FOREIGN_UNIT },
  "POST /records/leavings": {
    by: "g1",
    path: "/records/leavings",
    body: { ...ACT, people: ["$id"], kind: "30", authority: "党委" },
    foreign: FOREIGN_PERSON,
  },
  "POST /records/restorings": {
    by: "g1",
    path: "/records/restorings",
    body: { ...ACT, people: ["$id"], branchId: unitIdOf("b11"), kind: "1" },
    foreign: FOREIGN_PERSON,
  },
  "GET /records/dues": { by: "g1", path: "/records/dues?unit=$id", foreign: FOREIGN_UNIT },
  "POST /records/dues": {
    by: "g1",
    path: "/records/dues",
    body: { from: "2026-01", to: "2026-02", paidOn: ACT.on, rows: [{ personId: "$id", amount: "10.00" }] },
    foreign: FOREIGN_PERSON,
  },
  "GET /records/unit-tree": { by: "g1", path: "/records/unit-tree?unit=$id", foreign: FOREIGN_UNIT },
  "GET /records/units/:unit": { by: "g1", path: "/records/units/$id", foreign: FOREIGN_UNIT },
  "GET /records/unit-notices": { by: "g1", path: "/records/unit-notices?unit=$id", foreign: FOREIGN_UNIT },
  "POST /records/unit-changes": {
    by: "g1",
    path: "/records/unit-changes",
    body: { ...ACT, unitId: "$id", change: { kind: "revoke" } },
    foreign: FOREIGN_UNIT,
  },
  "POST /records/elections": {
    by: "g1",
    path: "/records/elections",
    body: { unitId: "$id", electedOn: ACT.on, term: 3, way: "1", document: "1号", secretaryId: "person-b11-m1" },
    foreign: FOREIGN_UNIT,
  },
  "POST /records/archives": {
    by: "g1",
    path: "/records/archives",
    body: { unitId: "$id", list: "members", ...REASON },
    foreign: FOREIGN_UNIT,
  },
  "POST /records/lost": {
    by: "g1",
    path: "/records/lost",
    body: { ...ACT, people: ["$id"], since: ACT.on, why: "1", keeperId: "person-b11-m1", branchId: unitIdOf("b11") },
    foreign: FOREIGN_PERSON,
  },
  "POST /records/found": {
    by: "g1",
    path: "/records/found",
    body: { ...ACT, people: ["$id"], branchId: unitIdOf("b11") },
    foreign: FOREIGN_PERSON,
  },
};
