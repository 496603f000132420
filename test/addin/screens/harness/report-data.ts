import type { FairnessShown, RaterShown } from "#addin/screens/fairness/fairness-screen-props.ts";
import type { AuditListed } from "#core/protocol/audit.ts";
import type { WindowView } from "#core/protocol/ledgers.ts";

const rater = (name: string, [mean, spread]: readonly [string, string], raterClass = "peer"): RaterShown => ({
  ...{ personId: `${raterClass}-${name}`, name, raterClass, mean, spread, ledgers: 12, ratings: 60 },
  alwaysMaximum: mean === "100.00",
});

export const FAIRNESS: FairnessShown = {
  scopeName: "2026 年二级党组织台账，某医科大学党委",
  raters: [
    rater("曹慧敏", ["100.00", "0.00"]),
    rater("韩志刚", ["96.42", "3.11"]),
    rater("林正平", ["91.05", "6.80"], "leader"),
    rater("欧阳晓燕", ["90.17", "5.02"]),
    rater("赵建国", ["88.90", "0.00"]),
    rater("孙丽华", ["86.33", "8.45"]),
    rater("周文强", ["79.61", "12.74"]),
    rater("陈书记", ["71.08", "15.20"], "leader"),
  ],
  favouringPairs: [{ names: ["曹慧敏", "韩志刚"], above: ["13.40", "11.25"] }],
  mostChallenged: [
    { item: "q4", title: "2.1 党员发展计划完成情况", challenges: 9, ledgers: 6 },
    { item: "q7", title: "3.2 “三会一课”记录完整、按时上传", challenges: 4, ledgers: 4 },
    { item: "q1", title: "1.1 年度工作计划", challenges: 1, ledgers: 1 },
  ],
};

const entry = (number: number, part: Partial<AuditListed>): AuditListed => ({
  ...{ number, at: `2026-11-22T00:${String(number % 60).padStart(2, "0")}:00.000Z`, accountId: "a2", holder: "孙丽华" },
  ...{ from: "10.20.3.14", action: "sign-in", record: "account:a2", outcome: "done", why: "", fields: [] },
  ...part,
});

export const AUDIT: readonly AuditListed[] = [
  entry(1042, {
    action: "challenge",
    record: "ledger:ldg_8f2k1/item:q4",
    why: "发展党员会议记录缺第三季度",
    fields: [{ field: "score", old: "10.00", new: "7.50", hidden: false }],
  }),
  entry(1041, {
    action: "change-phone",
    record: "person:per_77ac0",
    fields: [{ field: "phone", old: null, new: null, hidden: true }],
  }),
  entry(1040, { accountId: null, holder: "", outcome: "refused", why: "sign-in-failed", record: "account:unknown" }),
  entry(1039, {
    action: "publish-template",
    record: "template:tpl_2026_gb",
    holder: "林正平",
    accountId: "a1",
    from: "cli",
    fields: [{ field: "state", old: "draft", new: "published", hidden: false }],
  }),
  ...Array.from({ length: 16 }, (_, index) => entry(1038 - index, {})),
];

export const WINDOWS: readonly WindowView[] = [
  {
    ...{ unitId: "dw", level: "general-branch", year: 2026, closed: false, revision: 3, setBy: "dw" },
    spans: {
      filling: { from: "2026-03-01", to: "2026-11-30" },
      "peer-review": { from: "2026-12-01", to: "2026-12-10" },
      "leader-review": { from: "2026-11-15", to: "2026-12-20" },
    },
  },
  {
    ...{ unitId: "dw", level: "branch", year: 2026, closed: true, revision: 5, setBy: "root" },
    spans: {
      filling: { from: "2026-03-01", to: "2026-10-31" },
      "peer-review": { from: "2026-11-01", to: "2026-11-10" },
    },
  },
];
