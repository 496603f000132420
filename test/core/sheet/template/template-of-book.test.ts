import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parseTemplate } from "#core/ledger/template/parse-template.ts";
import type { ReadCell } from "#core/sheet/reading.ts";
import { templateBook } from "#core/sheet/template/template-book.ts";
import { placeOfProblem, templateOfBook } from "#core/sheet/template/template-of-book.ts";
import { TEMPLATE_WORDS_ZH } from "#core/sheet/template/template-words.ts";
import { anItem, aPolicy, aQualitativeItem, aSection, aTemplate } from "#test/builders/ledger-template.ts";
import { aReading, withCell, withRows } from "#test/builders/sheet-reading.ts";

const BODY = aTemplate({
  sections: [
    aSection({
      weight: "0.6",
      items: [
        anItem({ key: "q1" }),
        anItem({ key: "q2", number: "1.2", kind: { kind: "deduction", perEvent: "2", floor: "0" } }),
        anItem({
          key: "q3",
          number: "1.3",
          kind: { kind: "ratio", target: "30", full: "3", step: "10", perStep: "1" },
          maximum: "5",
        }),
      ],
    }),
    aSection({
      key: "s2",
      title: "创新",
      weight: "0.4",
      items: [
        anItem({ key: "q4", number: "2.1", kind: { kind: "levels", levels: ["20", "15", "10", "0"] }, maximum: "20" }),
        anItem({ key: "q5", number: "2.2", kind: { kind: "bonus", cap: null }, maximum: "0" }),
        anItem({ key: "q6", number: "2.3", kind: { kind: "veto" }, maximum: "0" }),
      ],
    }),
  ],
  qualitative: [aQualitativeItem()],
  policy: aPolicy({
    base: "150",
    floor: "0",
    grades: [
      { name: "优秀", from: "120" },
      { name: "其他", from: null },
    ],
  }),
});

const ISSUE = { service: "s", definition: "d", change: 1, issuedAt: "2026-01-01T00:00:00.000Z", issuedTo: "组织部" };
const BOOK = templateBook(
  { issue: ISSUE, templateId: "tpl_1", unitName: "校党委", body: BODY, mayEdit: true },
  TEMPLATE_WORDS_ZH,
);
const READING = aReading(BOOK);
const TYPES: ReadCell = { value: "任务" };

describe("a template as sheets", () => {
  it("L1 reads back as the template it was drawn from", () => {
    assert.deepEqual(parseTemplate(BODY), { ok: true, value: BODY });
    assert.deepEqual(templateOfBook(READING, TEMPLATE_WORDS_ZH).body, BODY);
  });
  it("L1 an inserted row is a new item with a key of its own", () => {
    const inserted = withRows(READING, "定量任务", (rows) => {
      const at = rows.findIndex((cells) => cells[0]?.value === "q2");
      const blank = (rows[0] ?? []).map((cell): ReadCell => {
        if (cell.value === "type") return TYPES;
        if (cell.value === "text.task") return { value: "新任务" };
        if (cell.value === "maximum") return { value: 5 };
        return { value: cell.value === "kind" ? "满分制" : null };
      });
      return rows.toSpliced(at, 0, [{ value: null }, ...blank.slice(1)]);
    });
    const parsed = parseTemplate(templateOfBook(inserted, TEMPLATE_WORDS_ZH).body);
    assert.ok(parsed.ok, JSON.stringify(parsed));
    assert.deepEqual(
      parsed.value.sections[0]?.items.map(({ key, maximum }) => [key, maximum]),
      [
        ["q1", "10"],
        ["q7", "5"],
        ["q2", "10"],
        ["q3", "5"],
      ],
    );
  });
  it("L1 a copied row gets a new key, the original keeps its own", () => {
    const copied = withRows(READING, "定量任务", (rows) =>
      rows.flatMap((cells) => (cells[0]?.value === "q1" ? [cells, cells] : [cells])),
    );
    const body = templateOfBook(copied, TEMPLATE_WORDS_ZH).body as typeof BODY;
    assert.deepEqual(
      body.sections[0]?.items.map(({ key }) => key),
      ["q1", "q7", "q2", "q3"],
    );
  });
  it("L12 weights that do not sum to 1 are refused at their cell", () => {
    const odd = withCell(READING, { sheet: "评分类别", row: "peer", column: "weight" }, { value: 0.31 });
    const draft = templateOfBook(odd, TEMPLATE_WORDS_ZH);
    const parsed = parseTemplate(draft.body);
    assert.ok(!parsed.ok);
    assert.deepEqual(
      parsed.refusal.problems.map(({ code }) => code),
      ["weights-not-one"],
    );
  });
  it("L1 a problem is shown at its cell", () => {
    const odd = withCell(READING, { sheet: "定量任务", row: "q4", column: "maximum" }, { value: "二十" });
    const draft = templateOfBook(odd, TEMPLATE_WORDS_ZH);
    const parsed = parseTemplate(draft.body);
    assert.ok(!parsed.ok);
    const place = placeOfProblem(draft, parsed.refusal.problems[0]?.place ?? "");
    assert.deepEqual([place?.sheet, place?.address.replace(/[A-Z]+/, "")], ["定量任务", "10"]);
  });
  it("L1 an empty workbook is no template", () => {
    assert.equal(parseTemplate(templateOfBook({ sheets: [], meta: null }, TEMPLATE_WORDS_ZH).body).ok, false);
  });
});
