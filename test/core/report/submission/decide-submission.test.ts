import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { Day, Instant } from "#core/kernel/instant.ts";
import { judged, nextSubmission, seen, type Judgement } from "#core/report/submission/decide-submission.ts";
import { isFrozen, reportStateOf, type Submission } from "#core/report/submission/submission.ts";

const AT = "2027-01-05T02:00:00.000Z" as Instant;
const BY = { who: "党委办公室", at: AT };
const FRESH: Submission = {
  number: 1,
  state: "submitted",
  seenAt: null,
  decidedAt: null,
  decidedBy: "",
  decisionReason: "",
  printedOn: null,
  revision: 1,
};

type Step = "submit" | "see" | Judgement["act"];
const STEPS: readonly Step[] = ["submit", "see", "withdraw", "return", "accept", "unlock", "print"];

/** From the words of R8, not from the code: what is possible where. */
const POSSIBLE: Readonly<Record<Exclude<Step, "see">, (state: string, isSeen: boolean) => boolean>> = {
  submit: (state) => ["draft", "returned"].includes(state),
  withdraw: (state, isSeen) => state === "submitted" && !isSeen,
  return: (state) => state === "submitted",
  accept: (state) => state === "submitted",
  unlock: (state) => state === "accepted",
  print: (state) => state === "accepted",
};
const LEADS_TO: Readonly<Record<Exclude<Step, "see" | "print">, string>> = {
  submit: "submitted",
  withdraw: "draft",
  return: "returned",
  accept: "accepted",
  unlock: "draft",
};

describe("handing a report over", () => {
  it("R8 any order of acts leads only where the rule says, and numbers go on", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STEPS), { maxLength: 30 }), (steps) => {
        let [latest, state, isSeen, handedIn]: [Submission | undefined, string, boolean, number] = [
          undefined,
          "draft",
          false,
          0,
        ];
        for (const step of steps) {
          if (step === "see") {
            if (latest) latest = seen(latest, AT);
            isSeen ||= state === "submitted";
            continue;
          }
          const done = take(step, latest);
          assert.equal(done !== undefined, POSSIBLE[step](state, isSeen), `${step} from ${state}`);
          if (done === undefined) continue;
          if (step === "submit") [isSeen, handedIn] = [false, handedIn + 1];
          if (step !== "print") state = LEADS_TO[step];
          latest = done;
          assert.equal(latest.number, handedIn);
          assert.equal(reportStateOf(latest), state);
          assert.equal(isFrozen(reportStateOf(latest)), state === "submitted" || state === "accepted");
        }
      }),
    );
  });

  it("R8 what the superior has looked at is not withdrawn", () => {
    const looked = seen(FRESH, AT);
    assert.equal(looked.seenAt, AT);
    assert.equal(looked.revision, 2);
    assert.equal(seen(looked, "2027-01-06T00:00:00.000Z" as Instant), looked);
    const taken = judged(looked, { act: "withdraw", reason: "数据有误需要更正" }, BY);
    assert.deepEqual(taken, { ok: false, refusal: { code: "report-seen-already" } });
  });

  it("R8 whoever decides is kept with time and reason, and has looked at it", () => {
    const returned = judged(FRESH, { act: "return", reason: "表二与表四不一致" }, BY);
    assert.ok(returned.ok);
    assert.deepEqual(returned.value, {
      ...FRESH,
      state: "returned",
      seenAt: AT,
      decidedAt: AT,
      decidedBy: "党委办公室",
      decisionReason: "表二与表四不一致",
      revision: 2,
    });
  });

  it("R8 printed between acceptance and today, in China's days", () => {
    const accepted = { ...FRESH, state: "accepted", decidedAt: "2027-01-04T17:00:00.000Z" as Instant } as const;
    const on = (day: string) => judged(accepted, { act: "print", on: day as Day }, BY);
    assert.deepEqual(on("2027-01-04"), {
      ok: false,
      refusal: { code: "printed-day-wrong", from: "2027-01-05", until: "2027-01-05" },
    });
    assert.ok(!on("2027-01-06").ok);
    const printed = on("2027-01-05");
    assert.equal(printed.ok && printed.value.printedOn, "2027-01-05");
    assert.equal(printed.ok && printed.value.state, "accepted");
  });
});

function take(step: Exclude<Step, "see">, latest: Submission | undefined): Submission | undefined {
  if (step === "submit") {
    const next = nextSubmission(latest);
    return next.ok ? { ...FRESH, number: next.value } : undefined;
  }
  const judgement: Judgement =
    step === "print" ? { act: "print", on: "2027-01-05" as Day } : { act: step, reason: "核对后需要更正" };
  const done = judged(latest, judgement, BY);
  return done.ok ? done.value : undefined;
}
