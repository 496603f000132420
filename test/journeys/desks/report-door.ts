import assert from "node:assert/strict";
import { UNREACHABLE, type Answer } from "#addin/service-client/client-refusal.ts";
import { drawnReport, type LoadedBook } from "#addin/session/book/loaded-book.ts";
import type { Outcome, PushAnswer, PushEdit, PushRequest } from "#core/protocol/push.ts";
import { reportBook } from "#core/sheet/report/report-book.ts";
import type { ReportCellView, ReportView } from "#core/sheet/report/report-view.ts";
import { REPORT_WORDS_ZH } from "#core/sheet/report/report-words.ts";
import { aSet } from "#test/builders/report.ts";
import { aReportView, withCells } from "#test/builders/report-view.ts";

/** ok; down: nothing arrives; deaf: a push arrives, its answer does not. */
export type Line = "ok" | "down" | "deaf";

const TABLES = ["甲", "乙", "丙"].map(
  (name, at) => `表 ${at + 1} ${name}
列
A | 总数 | 全部
B | 其中/男 | 性别 = 男
C | 其中/女 | = A - B
D | 经费 | 手填：不在记录中
行
1 | 合计 | 全部
2 | 在岗 | 全部`,
);
const COUNTED = new Map(
  [1, 2, 3].flatMap((table) =>
    ["A1", "B1", "A2", "B2"].map((cell, at) => [`${table}!${cell}`, 9 - at] as [string, number]),
  ),
);
const AT = "2026-01-05T02:00:00.000Z";
const EMPTY = aReportView(aSet(TABLES), { now: COUNTED });

/** A report that is filled in over a line of any kind: what it holds, and that each push is taken once. */
export class ReportDoor {
  line: Line = "ok";
  readonly #cells = new Map<string, { readonly value: number | null; readonly revision: number }>();
  readonly #answers = new Map<string, { readonly edits: string; readonly outcomes: readonly Outcome[] }>();

  get subject(): string {
    return reportBook(EMPTY, REPORT_WORDS_ZH).identity.subject;
  }

  get service(): string {
    return EMPTY.issue.service;
  }

  valueOf(cell: string): number | null {
    return this.#cells.get(cell)?.value ?? COUNTED.get(cell) ?? null;
  }

  /** Somebody else, in the workbench. */
  fill(cell: string, value: number): void {
    this.#cells.set(cell, { value, revision: this.#revisionOf(cell) + 1 });
  }

  async load(): Promise<Answer<LoadedBook>> {
    await nextTurn();
    if (this.line !== "ok") return UNREACHABLE;
    return drawnReport({ ok: true, value: this.#view() }, (view) => reportBook(view, REPORT_WORDS_ZH));
  }

  async push({ key, edits }: PushRequest): Promise<Answer<PushAnswer>> {
    await nextTurn();
    if (this.line === "down") return UNREACHABLE;
    const before = this.#answers.get(key);
    const outcomes = before?.outcomes ?? edits.map((edit) => this.#take(edit));
    assert.equal(before?.edits ?? JSON.stringify(edits), JSON.stringify(edits), "a key is sent with one body only");
    this.#answers.set(key, { edits: JSON.stringify(edits), outcomes });
    return this.line === "deaf" ? UNREACHABLE : { ok: true, value: { change: 1, outcomes } };
  }

  #take({ field, value, baseRevision }: PushEdit): Outcome {
    const [revision, standing] = [this.#revisionOf(field), this.valueOf(field)];
    if (baseRevision !== revision)
      return { result: "conflict", theirs: standing === null ? null : String(standing), revision, who: "他人", at: AT };
    assert.ok(typeof value === "number" || value === null, `${field} was sent as ${JSON.stringify(value)}`);
    assert.notEqual(value, standing, `${field} was sent twice`);
    this.#cells.set(field, { value, revision: revision + 1 });
    return { result: "accepted", revision: revision + 1 };
  }

  #revisionOf(cell: string): number {
    return this.#cells.get(cell)?.revision ?? 0;
  }

  #view(): ReportView {
    const filled = [...this.#cells].map(([cell, { value, revision }]): [string, Partial<ReportCellView>] => {
      const generated = COUNTED.get(cell);
      const forced = {
        generated: generated ?? 0,
        then: generated ?? 0,
        stale: false,
        who: "信息员",
        at: AT,
        reason: "另有",
      };
      return [cell, { value, revision, ...(generated === undefined ? {} : { override: forced }) }];
    });
    return withCells(EMPTY, Object.fromEntries(filled));
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
