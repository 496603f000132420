import assert from "node:assert/strict";
import { describe, it } from "mocha";
import fc from "fast-check";
import { checkTemplate } from "#core/ledger/template/check-template.ts";
import type { ScoringPolicy } from "#core/ledger/policy.ts";
import type { ScoringKind } from "#core/ledger/scoring/scoring-kind.ts";
import type { TemplateBody } from "#core/ledger/template/template.ts";
import { arbitraryWeights } from "#test/builders/ledger-random.ts";
import { anItem, aPolicy, aQualitativeItem, aSection, aTemplate } from "#test/builders/ledger-template.ts";

type Change = Parameters<typeof aTemplate>[0];

function problemsOf(body: TemplateBody): readonly string[] {
  return checkTemplate(body).map(({ code, place }) => `${code} ${place}`);
}

function withKind(maximum: string, kind: ScoringKind, decimals = 2): Change {
  return { sections: [aSection({ items: [anItem({ key: "q0" }), anItem({ maximum, kind })] })], policy: { decimals } };
}

function withClasses(...weights: readonly string[]): Change {
  return {
    policy: { classes: weights.map((weight, index) => ({ code: `class-${index}`, name: `类${index}`, weight })) },
  };
}

function withSections(...weights: readonly (string | null)[]): Change {
  return {
    sections: weights.map((weight, index) =>
      aSection({ key: `s${index}`, weight, items: [anItem({ key: `q${index}` })] }),
    ),
  };
}

function withGrades(...bounds: readonly (string | null)[]): Change {
  return { policy: { grades: bounds.map((from, index) => ({ name: `等${index}`, from })) } };
}

function withClass(code: string, name = "师生代表"): Change {
  return { policy: { classes: [{ code, name, weight: "1" }] } };
}

const AT_ITEM = "sections.0.items.1";

const SOUND: readonly (readonly [sentence: string, change: Change])[] = [
  ["an ordinary template", {}],
  [
    "halves of 0 and 1 where nothing is rated",
    { qualitative: [], policy: { quantitativeWeight: "1", qualitativeWeight: "0", classes: [] } },
  ],
  ["weights with four decimals", withClasses("0.3333", "0.3333", "0.3334")],
  ["section weights that sum to 1", withSections("0.2", "0.2", "0.2", "0.2", "0.2")],
  ["a deduction below zero", withKind("4", { kind: "deduction", perEvent: "2", floor: "-10" })],
  ["a ratio", withKind("5", { kind: "ratio", target: "30", full: "3", step: "10", perStep: "1" })],
  ["levels", withKind("20", { kind: "levels", levels: ["20", "15", "10", "0"] })],
  ["a capped bonus", withKind("5", { kind: "bonus", cap: "5" })],
  ["an uncapped bonus", withKind("0", { kind: "bonus", cap: null })],
  ["a veto item", withKind("0", { kind: "veto" })],
  ["grades", withGrades("120", "100", "80", null)],
  ["a single open grade", withGrades(null)],
  ["four decimals", { policy: { decimals: 4 } }],
  ["a scheme scaled to its base", { policy: { scale: "to-base" } }],
  [
    "further text columns",
    { columns: [...aTemplate().columns, { key: "attachment-note", title: "备注", rewordable: false, width: 20 }] },
  ],
];

const UNSOUND: readonly (readonly [sentence: string, change: Change, ...problems: string[]])[] = [
  ["halves of 99.99 %", { policy: { quantitativeWeight: "0.6999" } }, "weights-not-one policy.quantitativeWeight"],
  ["halves of 100.01 %", { policy: { quantitativeWeight: "0.7001" } }, "weights-not-one policy.quantitativeWeight"],
  ["classes of 99.99 %", withClasses("0.3333", "0.3333", "0.3333"), "weights-not-one policy.classes"],
  ["classes of 100.01 %", withClasses("0.3334", "0.3333", "0.3334"), "weights-not-one policy.classes"],
  ["sections of 99.99 %", withSections("0.5", "0.4999"), "weights-not-one sections"],
  ["sections of 100.01 %", withSections("0.5", "0.5001"), "weights-not-one sections"],
  [
    "a fifth decimal",
    withClasses("0.33333", "0.66667"),
    "too-many-decimals policy.classes.0.weight",
    "too-many-decimals policy.classes.1.weight",
  ],
  [
    "a negative weight",
    withClasses("-0.5", "1.5"),
    "weight-out-of-range policy.classes.0.weight",
    "weight-out-of-range policy.classes.1.weight",
  ],
  ["a class of weight 0", withClasses("0", "1"), "weight-out-of-range policy.classes.0.weight"],
  ["a weight in percent", withClasses("30%", "0.7"), "not-a-decimal policy.classes.0.weight"],
  ["only some sections weighted", withSections("0.5", null), "weights-partial sections"],
  ["rating without classes", { policy: { classes: [] } }, "weights-not-one policy.classes"],
  ["a quantitative half without items", { sections: [] }, "half-without-items sections"],
  [
    "a quantitative half of vetoes only",
    { sections: [aSection({ items: [anItem({ maximum: "0", kind: { kind: "veto" } })] })] },
    "half-without-items sections",
  ],
  ["a qualitative half without items", { qualitative: [] }, "half-without-items qualitative"],
  [
    "a section without items",
    { sections: [aSection(), aSection({ key: "s2", items: [] })] },
    "too-few sections.1.items",
  ],
  ["a maximum of 0", withKind("0", { kind: "full" }), `number-out-of-range ${AT_ITEM}.maximum`],
  ["a negative maximum", withKind("-1", { kind: "full" }), `number-out-of-range ${AT_ITEM}.maximum`],
  [
    "a maximum beyond the largest score",
    withKind("10000.01", { kind: "full" }),
    `number-out-of-range ${AT_ITEM}.maximum`,
  ],
  ["a maximum in full-width digits", withKind("１０", { kind: "full" }), `not-a-decimal ${AT_ITEM}.maximum`],
  ["a maximum finer than the scores", withKind("7.5", { kind: "full" }, 0), `too-many-decimals ${AT_ITEM}.maximum`],
  [
    "a floor above the maximum",
    withKind("4", { kind: "deduction", perEvent: null, floor: "5" }),
    `floor-above-maximum ${AT_ITEM}.kind.floor`,
  ],
  [
    "a deduction of nothing",
    withKind("4", { kind: "deduction", perEvent: "0", floor: "0" }),
    `number-out-of-range ${AT_ITEM}.kind.perEvent`,
  ],
  [
    "more steps than anyone can choose from",
    withKind("100", { kind: "deduction", perEvent: "0.01", floor: "0" }),
    `too-many-steps ${AT_ITEM}.kind`,
  ],
  [
    "a full ratio above the maximum",
    withKind("2", { kind: "ratio", target: "30", full: "3", step: "10", perStep: "1" }),
    `maximum-mismatch ${AT_ITEM}.kind.full`,
  ],
  [
    "a ratio without a step",
    withKind("5", { kind: "ratio", target: "30", full: "3", step: "0", perStep: "1" }),
    `number-out-of-range ${AT_ITEM}.kind.step`,
  ],
  [
    "a ratio that gives nothing per step",
    withKind("5", { kind: "ratio", target: "30", full: "3", step: "10", perStep: "0" }),
    `number-out-of-range ${AT_ITEM}.kind.perStep`,
  ],
  ["a single level", withKind("20", { kind: "levels", levels: ["20"] }), `too-few ${AT_ITEM}.kind.levels`],
  [
    "rising levels",
    withKind("20", { kind: "levels", levels: ["0", "20"] }),
    `levels-not-descending ${AT_ITEM}.kind.levels.1`,
  ],
  [
    "a level twice",
    withKind("20", { kind: "levels", levels: ["20", "20.0", "0"] }),
    `levels-not-descending ${AT_ITEM}.kind.levels.1`,
  ],
  [
    "a level above the maximum",
    withKind("15", { kind: "levels", levels: ["20", "0"] }),
    `maximum-mismatch ${AT_ITEM}.kind.levels.0`,
  ],
  [
    "a level below zero",
    withKind("20", { kind: "levels", levels: ["20", "-5"] }),
    `number-out-of-range ${AT_ITEM}.kind.levels.1`,
  ],
  [
    "a bonus whose cap is not its maximum",
    withKind("3", { kind: "bonus", cap: "5" }),
    `maximum-mismatch ${AT_ITEM}.maximum`,
  ],
  [
    "an uncapped bonus with a maximum",
    withKind("3", { kind: "bonus", cap: null }),
    `maximum-mismatch ${AT_ITEM}.maximum`,
  ],
  ["a veto item with a maximum", withKind("1", { kind: "veto" }), `maximum-mismatch ${AT_ITEM}.maximum`],
  [
    "the same key twice",
    { sections: [aSection({ items: [anItem(), anItem()] })] },
    "key-doubled sections.0.items.1.key",
  ],
  ["the same key in both halves", { qualitative: [aQualitativeItem({ key: "q1" })] }, "key-doubled qualitative.0.key"],
  [
    "the same section key twice",
    { sections: [aSection(), aSection({ items: [anItem({ key: "q2" })] })] },
    "key-doubled sections.1.key",
  ],
  ["a Chinese key", { qualitative: [aQualitativeItem({ key: "团结" })] }, "key-invalid qualitative.0.key"],
  [
    "a key that every record inherits",
    { qualitative: [aQualitativeItem({ key: "constructor" })] },
    "key-invalid qualitative.0.key",
  ],
  ["rising grades", withGrades("80", "100", null), "grades-not-descending policy.grades.1.from"],
  ["equal grades", withGrades("80", "80.00", null), "grades-not-descending policy.grades.1.from"],
  ["a last grade that is not open", withGrades("120", "100"), "last-grade-not-open policy.grades.1.from"],
  ["an open grade in the middle", withGrades("120", null, "80", null), "last-grade-not-open policy.grades.1.from"],
  ["a veto into the lowest of no grades", { policy: { veto: "lowest-grade" } }, "lowest-grade-missing policy.veto"],
  ["five decimals", { policy: { decimals: 5 } }, "decimals-invalid policy.decimals"],
  ["half a decimal", { policy: { decimals: 1.5 } }, "decimals-invalid policy.decimals"],
  ["a base of 0", { policy: { base: "0" } }, "number-out-of-range policy.base"],
  ["a floor that is no number", { policy: { floor: "无" } }, "not-a-decimal policy.floor"],
  ["a class under a reserved code", withClass("owner"), "class-reserved policy.classes.0.code"],
  ["a class whose weight's name is taken", withClass("teachers", "定量"), "class-reserved policy.classes.0.name"],
  ["a class whose name no formula can hold", withClass("teachers", "教师 学生"), "name-unsafe policy.classes.0.name"],
  ["a class named like a cell", withClass("teachers", "A1"), "name-unsafe policy.classes.0.name"],
  ["a name that no tab can have", { name: "2026/台账" }, "tab-name-unsafe name"],
  ["a name longer than a tab", { name: "台".repeat(32) }, "text-too-long name"],
  ["no name", { name: " " }, "text-empty name"],
  ["a year before the system", { year: 1999 }, "year-invalid year"],
  ["a year and a half", { year: 2026.5 }, "year-invalid year"],
  ["no column for the task", { columns: [] }, "column-missing columns", "column-unknown sections.0.items.0.texts.task"],
  [
    "a column that is too narrow",
    { columns: [{ key: "task", title: "工作任务", rewordable: true, width: 1 }] },
    "width-invalid columns.0.width",
  ],
  [
    "a text for a column that is not there",
    { sections: [aSection({ items: [anItem({ texts: { task: "一", remark: "二" } })] })] },
    "column-unknown sections.0.items.0.texts.remark",
  ],
  [
    "an item without a task",
    { sections: [aSection({ items: [anItem({ texts: {} })] })] },
    "text-empty sections.0.items.0.texts.task",
  ],
  [
    "a text that no workbook can hold",
    { sections: [aSection({ items: [anItem({ texts: { task: "一\u0000" } })] })] },
    "text-unsafe sections.0.items.0.texts.task",
  ],
  [
    "a text that is too long",
    { sections: [aSection({ items: [anItem({ texts: { task: "长".repeat(2001) } })] })] },
    "text-too-long sections.0.items.0.texts.task",
  ],
  [
    "maxima that no longer add up exactly",
    {
      sections: [
        aSection({ items: Array.from({ length: 11 }, (_, index) => anItem({ key: `q${index}`, maximum: "10000" })) }),
      ],
    },
    "number-out-of-range sections",
  ],
  [
    "a scale that spreadsheets cannot round",
    {
      sections: [aSection({ items: [anItem({ maximum: "9.9991" })] })],
      policy: { scale: "to-base", decimals: 4, quantitativeWeight: "0.7003", qualitativeWeight: "0.2997" },
    },
    "scale-too-fine sections",
  ],
  [
    "full marks of bonuses only, scaled",
    {
      sections: [aSection({ items: [anItem({ maximum: "0", kind: { kind: "bonus", cap: null } })] })],
      policy: { scale: "to-base" },
    },
    "half-without-items sections",
  ],
];

describe("checking a template", () => {
  for (const [sentence, change] of SOUND)
    it(`L12 ${sentence} passes`, () => assert.deepEqual(problemsOf(aTemplate(change)), []));

  for (const [sentence, change, ...problems] of UNSOUND) {
    it(`L12 ${sentence} is refused`, () => assert.deepEqual(problemsOf(aTemplate(change)), problems));
  }

  it("L1 says everything that is wrong at once", () => {
    const body = aTemplate({
      name: "",
      year: 1,
      policy: { ...aPolicy(), base: "x", decimals: 9 } satisfies ScoringPolicy,
    });
    assert.deepEqual(problemsOf(body), [
      "text-empty name",
      "year-invalid year",
      "decimals-invalid policy.decimals",
      "not-a-decimal policy.base",
    ]);
  });

  it("L12 weights count exactly: any split of 1 passes, one unit more or less does not", () => {
    const split = fc.integer({ min: 1, max: 8 }).chain((count) => arbitraryWeights(count));
    fc.assert(
      fc.property(split, fc.nat({ max: 7 }), fc.constantFrom(-1, 1), (weights, at, unit) => {
        assert.deepEqual(problemsOf(aTemplate(withClasses(...weights))), []);
        const index = at % weights.length;
        const shifted = weights.map((weight, place) =>
          place === index ? ((Math.round(Number(weight) * 10_000) + unit) / 10_000).toFixed(4) : weight,
        );
        assert.notDeepEqual(problemsOf(aTemplate(withClasses(...shifted))), []);
      }),
      { numRuns: 500 },
    );
  });
});
