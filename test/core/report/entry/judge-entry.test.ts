import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { enterableCells } from "#core/report/entry/enterable-cells.ts";
import { judgeEntry, type EntryEdit, type EntryPlace, type JudgedEntry } from "#core/report/entry/judge-entry.ts";
import { parseEntryValue } from "#core/report/entry/parse-entry-value.ts";
import type { ReportEntry } from "#core/report/entry/report-entry.ts";
import { toId, type AccountId } from "#core/kernel/ids.ts";
import type { Instant } from "#core/kernel/instant.ts";
import { aSet } from "#test/builders/report.ts";
import { tableText } from "#test/builders/report-definition.ts";

const SET = aSet([
  tableText({
    columns:
      "A | 总数 | 全部\nB | 总数/女 | 性别 = 女\nC | 合计 | = A + B\nD | 人均报酬（万元） | 手填：报酬不在记录中",
    rows: "1 | 总计 | 全部\n2 | 其他 | 手填：不在记录中",
    rest: "补充资料\n1 | 少交____名，共____万元\n1.1 | 手填：不在记录中\n1.2 | 手填：不在记录中\n格\nB2 | 空",
  }),
]);
const CELLS = enterableCells(SET);
const BY = { accountId: toId<AccountId>("acc_1"), who: "李梅", at: "2026-12-31T01:00:00.000Z" as Instant };
const REASON = "两名党员的岗位本月补录";

function anOverride(given: Partial<ReportEntry> = {}): ReportEntry {
  const entry = { cell: "1!A1", kind: "override", value: "5", generated: "7", reason: REASON, revision: 1 } as const;
  return { ...entry, ...BY, ...given };
}

function judge(edit: Partial<EntryEdit>, place: Partial<EntryPlace> = {}): JudgedEntry {
  const cell = edit.cell ?? "1!A1";
  const asked = { cell, baseRevision: place.revision ?? 0, value: 5, reason: "", ...edit };
  return judgeEntry(asked, { cell: CELLS.get(cell), shown: undefined, revision: 0, generated: 7, ...place });
}

const codeOf = (judged: JudgedEntry): string => (judged.kind === "refused" ? judged.refusal.code : judged.kind);

describe("a number typed into a report", () => {
  it("R3 a generated cell is forced with a reason that says something, and keeps what the records said", () => {
    assert.equal(codeOf(judge({})), "reason-required");
    assert.equal(codeOf(judge({ reason: "核实无误核实无误" })), "reason-empty-phrase");
    assert.deepEqual(judge({ reason: ` ${REASON} ` }), {
      ...{ kind: "write", action: "override", old: null },
      entry: { cell: "1!A1", kind: "override", value: "5", generated: "7", reason: REASON, revision: 1 },
    });
  });

  it("R3 an emptied cell, or what the records say anyway, restores it without a reason", () => {
    const place = { shown: anOverride(), revision: 1 };
    for (const value of [null, "", 7, "7.00"]) {
      assert.deepEqual(judge({ value }, place), {
        ...{ kind: "write", action: "restore", old: "5" },
        entry: { cell: "1!A1", kind: "override", value: null, generated: null, reason: "", revision: 2 },
      });
      assert.equal(judge({ value }).kind, "unchanged");
    }
  });

  it("R3 the same number again is nothing new, but a stale one that is typed again is meant anew", () => {
    const place = { shown: anOverride(), revision: 1 };
    assert.deepEqual(judge({ reason: REASON }, place), { kind: "unchanged", revision: 1 });
    const renewed = judge({ reason: REASON }, { ...place, generated: 8 });
    assert.equal(renewed.kind === "write" && renewed.entry.generated, "8");
    assert.equal(codeOf(judge({}, { ...place, generated: 8 })), "reason-required");
  });

  it("R3 what somebody else typed meanwhile is a conflict, told before any reason is asked for", () => {
    const place = { shown: anOverride(), revision: 1 };
    assert.deepEqual(judge({ baseRevision: 0, value: 6 }, place), { kind: "conflict", theirs: "5", revision: 1 });
    assert.deepEqual(judge({ baseRevision: 0, value: 5 }, place), { kind: "unchanged", revision: 1 });
  });

  it("R3 formula cells, missing ones and what is no cell are locked", () => {
    for (const cell of ["1!C1", "1!B2", "1!Z9", "9!A1", "补1.1", ""])
      assert.equal(codeOf(judge({ cell, reason: REASON })), "report-cell-locked", cell);
  });

  it("R1 a cell filled by hand takes a number or nothing, in whole numbers unless it is money", () => {
    const filled = judge({ cell: "1!A2", value: "1,204" });
    assert.deepEqual(filled, {
      ...{ kind: "write", action: "fill", old: null },
      entry: { cell: "1!A2", kind: "manual", value: "1204", generated: null, reason: "", revision: 1 },
    });
    assert.equal(codeOf(judge({ cell: "1!A2", value: 1.5 })), "report-value-wrong");
    for (const cell of ["1!D1", "1!补1.2"]) assert.equal(judge({ cell, value: "1.25" }).kind, "write", cell);
    assert.equal(codeOf(judge({ cell: "1!补1.1", value: "1.25" })), "report-value-wrong");
    const manual = anOverride({ cell: "1!A2", kind: "manual", generated: null, reason: "" });
    const cleared = judge({ cell: "1!A2", value: null }, { shown: manual, revision: 1 });
    assert.equal(cleared.kind === "write" && cleared.action, "clear");
  });

  it("R3 says what is wrong with a value", () => {
    const wrong: readonly (readonly [string | number | boolean, string])[] = [
      ["十二", "not-a-number"],
      [true, "not-a-number"],
      [Number.NaN, "not-a-number"],
      [Number.POSITIVE_INFINITY, "not-a-number"],
      ["1e5", "not-a-number"],
      ...["①", "²", "½", "1²", "⑴", "⒈"].map((text) => [text, "not-a-number"] as const),
      ["-1", "below-zero"],
      [1.005, "too-many-decimals"],
      ["1000000000", "too-big"],
      [1e21, "too-big"],
      [`${"0".repeat(5_000)}.${"0".repeat(5_000)}x`, "not-a-number"],
      ["0".repeat(41), "not-a-number"],
    ];
    for (const [given, problem] of wrong) {
      const read = parseEntryValue(given, { cell: "1!A1", decimals: true });
      assert.equal(read.ok ? "" : read.refusal.problem, problem, String(given));
    }
    assert.deepEqual(parseEntryValue(0.1 + 0.2, { cell: "1!A1", decimals: true }), { ok: true, value: "0.3" });
    assert.deepEqual(parseEntryValue("１２", { cell: "1!A1", decimals: false }), { ok: true, value: "12" });
    assert.deepEqual(parseEntryValue("007.50", { cell: "1!A1", decimals: true }), { ok: true, value: "7.5" });
    assert.deepEqual(parseEntryValue("000.00", { cell: "1!A1", decimals: false }), { ok: true, value: "0" });
    assert.deepEqual(parseEntryValue("-0", { cell: "1!A1", decimals: false }), { ok: true, value: "0" });
  });

  it("R3 reads back every amount it could have written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), fc.boolean(), (hundredths, asText) => {
        const value = hundredths / 100;
        const read = parseEntryValue(asText ? value.toFixed(2) : value, { cell: "1!A1", decimals: true });
        assert.deepEqual(read, { ok: true, value: String(value) });
      }),
    );
  });
});
