import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { AdmissionDue } from "#core/protocol/records/procedure-lists.ts";
import {
  admissionRow,
  filledDown,
  isSendable,
  NO_ADMISSION,
  proposedFor,
} from "#addin/screens/procedures/admission/admission-draft.ts";
import { RULES } from "#test/core/people/procedure-rules.ts";

const PERSON: AdmissionDue = {
  ...{ personId: "p1", name: "王建国", unitName: "一支部", candidateOn: "2025-01-10", trainingOn: "2025-04-10" },
  birthDate: "1998-06-02",
};

describe("an admission as it is typed", () => {
  it("M9 what is common goes down into the rows; what was not filled in leaves them as they are", () => {
    const row = { ...NO_ADMISSION, committee: "学院党委", bookNumber: "ZG-1" };
    assert.deepEqual(filledDown(row, { joinedOn: "2026-05-20", committee: "", approvedOn: "2026-05-28" }), {
      ...row,
      joinedOn: "2026-05-20",
      approvedOn: "2026-05-28",
    });
  });

  const ages: readonly (readonly [joinedOn: string, proposed: string | null])[] = [
    ["2026-06-01", "1"],
    ["2026-06-02", "2"],
    ["", null],
  ];
  for (const [joinedOn, proposed] of ages) {
    it(`M9 the age on ${joinedOn || "no day"} proposes ${proposed ?? "nothing"}`, () => {
      assert.equal(proposedFor(PERSON, { ...NO_ADMISSION, joinedOn }, RULES.admission), proposed);
    });
  }

  it("M9 without its days a row cannot be sent; a kind is sent only when one was chosen", () => {
    assert.equal(isSendable(NO_ADMISSION), false);
    const draft = { ...NO_ADMISSION, joinedOn: "2026-05-20", approvedOn: "2026-05-28", bookNumber: " ZG-1 " };
    assert.equal(isSendable(draft), true);
    const days = { joinedOn: "2026-05-20", approvedOn: "2026-05-28" };
    assert.deepEqual(admissionRow("p1", draft), {
      ...{ personId: "p1", ...days, approvingCommittee: "", bookNumber: "ZG-1" },
    });
    assert.equal(admissionRow("p1", { ...draft, joinKind: "6" }).joinKind, "6");
  });
});
