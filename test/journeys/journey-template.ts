import type { TemplateBody } from "#core/ledger/template/template.ts";
import { anItem, aQualitativeItem, aSection, aTemplate } from "#test/builders/ledger-template.ts";

/** Two sections and two qualitative items, small enough to follow every figure by hand. */
export function journeyTemplate(change: Partial<Pick<TemplateBody, "name" | "year" | "level">> = {}): TemplateBody {
  return aTemplate({
    sections: [
      aSection({
        items: [
          anItem({ key: "q1", number: "1.1", maximum: "10" }),
          anItem({
            key: "q2",
            number: "1.2",
            maximum: "20",
            texts: { task: "开展主题党日活动", requirement: "每月一次" },
          }),
        ],
      }),
      aSection({
        key: "s2",
        title: "党员发展",
        items: [
          anItem({
            key: "q3",
            number: "2.1",
            maximum: "15",
            kind: { kind: "levels", levels: ["15", "10", "5", "0"] },
            texts: { task: "发展党员" },
          }),
          anItem({ key: "q4", number: "2.2", maximum: "5", texts: { task: "收缴党费" } }),
        ],
      }),
    ],
    qualitative: [
      aQualitativeItem({ key: "l1", maximum: "50" }),
      aQualitativeItem({ key: "l2", name: "作用发挥", maximum: "50" }),
    ],
    policy: {
      grades: [
        { name: "优秀", from: "60" },
        { name: "合格", from: null },
      ],
    },
    ...change,
  });
}
