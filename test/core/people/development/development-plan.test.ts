import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { toId, type PersonId, type UnitId } from "#core/kernel/ids.ts";
import type { Day, Instant } from "#core/kernel/instant.ts";
import {
  approvePlan,
  closeList,
  comparePlan,
  confirmPlan,
  planStep,
  reopenPlan,
  reportNumber,
  trackPaper,
  type DevelopmentPlan,
  type PlanEntry,
} from "#core/people/development/development-plan.ts";
import { CANDIDATE_LIST_COLUMNS, candidateListName } from "#core/people/development/plan-columns.ts";

const SIGNED = { at: "2026-12-01T02:00:00.000Z" as Instant, who: "李梅" };
const TODAY = "2027-04-20" as Day;
const EMPTY: DevelopmentPlan = {
  id: "pla_1",
  unitId: toId<UnitId>("g1"),
  year: 2027,
  reported: null,
  confirmed: null,
  approved: null,
  listed: null,
  paper: { sealedOn: null, receivedOn: null },
  revision: 1,
};

type Answer = ReturnType<typeof reportNumber>;
const done = (answer: Answer): DevelopmentPlan => (answer.ok ? answer.value : assert.fail(answer.refusal.code));
const refused = (answer: Answer) => (answer.ok ? assert.fail("was done") : answer.refusal);
const entry = (id: string, check: PlanEntry["check"]): PlanEntry => ({
  planId: "pla_1",
  personId: toId<PersonId>(id),
  check,
  reason: "",
});

describe("a development plan", () => {
  it("M7 the leader confirms only when the number reported is the number of people entered", () => {
    assert.deepEqual(refused(confirmPlan(EMPTY, 3, SIGNED)), {
      ...{ code: "plan-number-differs", entered: 3, reported: null },
    });
    const reported = done(reportNumber(EMPTY, 4));
    assert.deepEqual(refused(confirmPlan(reported, 3, SIGNED)), {
      ...{ code: "plan-number-differs", entered: 3, reported: 4 },
    });
    assert.equal(planStep(done(confirmPlan(reported, 4, SIGNED))), "confirmed");
  });

  it("M7 the superior answers a confirmed plan with the approved number, and not before", () => {
    const reported = done(reportNumber(EMPTY, 2));
    assert.equal(refused(approvePlan(reported, 2, SIGNED)).code, "plan-step-wrong");
    const confirmed = done(confirmPlan(reported, 2, SIGNED));
    assert.equal(refused(reportNumber(confirmed, 3)).code, "plan-step-wrong");
    assert.equal(planStep(done(reopenPlan(confirmed))), "entering");
    assert.equal(done(approvePlan(confirmed, 1, SIGNED)).approved?.number, 1);
  });

  it("M8 the list closes when nobody is left to look at and its number is the approved one", () => {
    const approved = done(approvePlan(done(confirmPlan(done(reportNumber(EMPTY, 3)), 3, SIGNED)), 2, SIGNED));
    const close = (...checks: readonly PlanEntry["check"][]) =>
      closeList(
        approved,
        checks.map((check, index) => entry(`p${String(index)}`, check)),
        SIGNED,
      );
    const differs = { code: "list-number-differs", approved: 2 };
    assert.deepEqual(refused(close("due", "open", "due")), { ...differs, checked: 2, unchecked: 1 });
    assert.deepEqual(refused(close("due", "removed", "removed")), { ...differs, checked: 1, unchecked: 0 });
    assert.equal(planStep(done(close("due", "due", "removed"))), "listed");
  });

  it("M8 the sealed paper copy is tracked to done", () => {
    const listed: DevelopmentPlan = { ...EMPTY, listed: SIGNED };
    const track = (plan: DevelopmentPlan, step: "sealed" | "received", on: string) =>
      trackPaper(plan, { step, on: on as Day, today: TODAY });
    assert.equal(refused(track(listed, "received", "2027-04-12")).code, "plan-step-wrong");
    const sealed = done(track(listed, "sealed", "2027-04-10"));
    assert.equal(refused(track(sealed, "received", "2027-04-09")).code, "day-not-possible");
    assert.equal(refused(track(sealed, "received", "2027-04-21")).code, "day-not-possible");
    assert.equal(planStep(done(track(sealed, "received", "2027-04-12"))), "done");
  });

  it("M8 at year end admissions are compared with approved number and list", () => {
    const plan = { ...EMPTY, reported: 3, approved: { ...SIGNED, number: 2 } };
    const entries = [entry("p1", "due"), entry("p2", "due"), entry("p3", "removed")];
    assert.deepEqual(comparePlan(plan, entries, [toId<PersonId>("p2"), toId<PersonId>("p9")]), {
      ...{ reported: 3, approved: 2, listed: 2, admitted: 2, notAdmitted: ["p1"], notListed: ["p9"] },
    });
  });

  it("M8 the list has exactly ten columns and its own name", () => {
    const headings = CANDIDATE_LIST_COLUMNS.map(([, heading]) => heading).join(" ");
    assert.equal(
      headings,
      "姓名 性别 民族 出生年月 工作岗位 岗位开始日期 学历 申请入党日期 列为入党积极分子日期 列为发展对象日期",
    );
    assert.equal(candidateListName("机关党总支", 2027), "机关党总支2027年计划发展对象名单");
  });
});
