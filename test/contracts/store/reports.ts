import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import { toId, type AccountId, type UnitId } from "#core/kernel/ids.ts";
import type { Day, Instant } from "#core/kernel/instant.ts";
import type { ReportEntry } from "#core/report/entry/report-entry.ts";
import type { ReportKey } from "#core/report/key/report-key.ts";
import type { CheckExplanationRecord, SubmissionRecord } from "#service/ports/reports/reports.ts";
import { AT } from "#test/builders/records.ts";
import { saveSmallWorld } from "#test/builders/record-world.ts";
import type { Opened } from "./opened-store.ts";

const UNIT = toId<UnitId>("unit_b1");
const OTHER = toId<UnitId>("unit_b2");
const KEY: ReportKey = { setId: "2017", unitId: UNIT, on: "2026-12-31" as Day };
const BY = { accountId: toId<AccountId>("acc_1"), who: "机关 李梅", at: AT };
const LATER = "2027-01-05T01:00:00.000Z" as Instant;

function anEntry(given: Partial<ReportEntry> = {}): ReportEntry {
  const entry = { cell: "2!C4", kind: "override", value: "5", generated: "7", reason: "两人本月补录" } as const;
  return { ...entry, revision: 1, ...BY, ...given };
}

function anExplanation(given: Partial<CheckExplanationRecord> = {}): CheckExplanationRecord {
  return { check: "A-3", version: "v1", line: "C", left: 12.5, right: 7, text: "本年新建支部两个", ...BY, ...given };
}

function aSubmission(given: Partial<SubmissionRecord> = {}): SubmissionRecord {
  return {
    ...{ id: "sub_1", key: KEY, number: 1, state: "submitted", submittedAt: AT, accountId: BY.accountId, who: BY.who },
    ...{ change: 12, definition: "abc", values: { "1!A1": 12, "2!补1.1": 3.25 } },
    ...{ seenAt: null, decidedAt: null, decidedBy: "", decisionReason: "", printedOn: null, revision: 1 },
    ...given,
  };
}

export function describeReports(opened: Opened): void {
  describe("reports", () => {
    before(() => saveSmallWorld(opened().store));

    it("R3 an entry is written when it is one revision on, and stays beside those of other units and days", async () => {
      const { store } = opened();
      const manual = anEntry({ cell: "5!B2", kind: "manual", value: null, generated: null, reason: "" });
      const save = (key: ReportKey, rows: readonly ReportEntry[]) =>
        store.write((tx) => tx.reports.saveEntries(key, rows));
      assert.deepEqual([...(await save(KEY, [anEntry(), manual]))].sort(), ["2!C4", "5!B2"]);
      await save({ ...KEY, unitId: OTHER }, [anEntry({ value: "9" })]);
      await save({ ...KEY, on: "2026-11-22" as Day }, [anEntry({ value: "1.05" })]);
      const second = anEntry({ value: null, revision: 2 });
      assert.deepEqual([...(await save(KEY, [second, anEntry({ cell: "5!B2", revision: 4 })]))], ["2!C4"]);
      assert.deepEqual([...(await save(KEY, [second]))], []);
      await store.read(async (tx) => {
        assert.deepEqual(await tx.reports.entries(KEY), [second, manual]);
        const both = await tx.reports.entriesOf([UNIT, OTHER, toId<UnitId>("unit_g1")], KEY);
        assert.deepEqual([...both.keys()].sort(), [UNIT, OTHER]);
        assert.deepEqual(both.get(OTHER), [anEntry({ value: "9" })]);
      });
    });

    it("R4a explanations of other values stay beside each other; the same one again is written over", async () => {
      const { store } = opened();
      const moved = anExplanation({ left: 13, at: LATER });
      await store.write((tx) => tx.reports.saveExplanations(KEY, [anExplanation(), moved]));
      const again = anExplanation({ text: "本年新建支部三个" });
      await store.write((tx) => tx.reports.saveExplanations(KEY, [again]));
      assert.deepEqual(await store.read((tx) => tx.reports.explanations(KEY)), [again, moved]);
      assert.deepEqual(await store.read((tx) => tx.reports.explanations({ ...KEY, unitId: OTHER })), []);
    });

    it("R4 an exemption names unit, year and check, and can be taken back", async () => {
      const { store } = opened();
      const exemption = { setId: "2017", unitId: UNIT, year: 2026, check: "D-001", reason: "上级批准", ...BY };
      await store.write((tx) => tx.reports.saveExemption(exemption));
      const of = { setId: "2017", units: [UNIT, OTHER], year: 2026 };
      assert.deepEqual(await store.read((tx) => tx.reports.exemptions(of)), [exemption]);
      assert.deepEqual(await store.read((tx) => tx.reports.exemptions({ ...of, year: 2025 })), []);
      assert.equal(await store.write((tx) => tx.reports.dropExemption(exemption)), true);
      assert.equal(await store.write((tx) => tx.reports.dropExemption(exemption)), false);
    });

    it("R8 an answer is written when nobody was faster", async () => {
      const { store } = opened();
      const answer = { point: "T2-1", text: "已逐条核对", revision: 1, ...BY };
      assert.equal(await store.write((tx) => tx.reports.saveAnswer(KEY, answer)), true);
      assert.equal(await store.write((tx) => tx.reports.saveAnswer(KEY, answer)), false);
      assert.deepEqual(await store.read((tx) => tx.reports.answers(KEY)), [answer]);
    });

    it("R14 opening figures stand by year and form; loaded again they are replaced", async () => {
      const { store } = opened();
      const opening = { setId: "2017", unitId: UNIT, year: 2024, values: { "1!A16": 40 }, reason: "旧系统", ...BY };
      await store.write((tx) => tx.reports.saveOpening(opening));
      const better = { ...opening, values: { "1!A16": 41, "2!补1.1": 0.5 } };
      await store.write((tx) => tx.reports.saveOpening(better));
      assert.deepEqual(await store.read((tx) => tx.reports.openings({ unitId: UNIT, year: 2024 })), [better]);
      assert.deepEqual(await store.read((tx) => tx.reports.openings({ unitId: OTHER, year: 2024 })), []);
    });

    it("R8 one submission of a report stands; given back, the next is numbered on", async () => {
      const { store } = opened();
      const insert = (row: SubmissionRecord) => store.write((tx) => tx.reports.insertSubmission(row, frozenBytes()));
      assert.equal(await insert(aSubmission()), true);
      assert.equal(await insert(aSubmission({ id: "sub_2", number: 2 })), false);
      const decided = { decidedAt: LATER, decidedBy: "上级", decisionReason: "表2不平" };
      const returned = aSubmission({ state: "returned", seenAt: LATER, ...decided, revision: 2 });
      assert.equal(await store.write((tx) => tx.reports.updateSubmission(returned)), true);
      assert.equal(await store.write((tx) => tx.reports.updateSubmission(returned)), false);
      assert.equal(await insert(aSubmission({ id: "sub_3", number: 1 })), false);
      assert.equal(await insert(aSubmission({ id: "sub_2", number: 2 })), true);
      await store.read(async (tx) => {
        assert.deepEqual(await tx.reports.submissions(KEY), [aSubmission({ id: "sub_2", number: 2 }), returned]);
        assert.deepEqual(await tx.reports.submission("sub_1"), returned);
        const latest = await tx.reports.latestSubmissions([UNIT, OTHER], KEY);
        assert.deepEqual(
          latest.map(({ id }) => id),
          ["sub_2"],
        );
        const stands = await tx.reports.latestStates([UNIT, OTHER], KEY.on);
        assert.deepEqual(
          stands.map(({ key, number, state }) => [key, number, state]),
          [[KEY, 2, "submitted"]],
        );
        assert.deepEqual(await tx.reports.latestStates([UNIT], "2099-01-01" as Day), []);
      });
    });

    it("R8 two that hand over the same report at once: one of them counts", async () => {
      const { store } = opened();
      const key = { ...KEY, unitId: OTHER };
      const done = await Promise.all(
        ["a", "b", "c"].map((id) =>
          store.write((tx) => tx.reports.insertSubmission(aSubmission({ id: `sub_${id}`, key }), frozenBytes())),
        ),
      );
      assert.deepEqual(done.filter(Boolean), [true]);
    });

    it("R8 the records behind a submission come back byte by byte, however many", async () => {
      const { store } = opened();
      assert.deepEqual(await store.read((tx) => tx.reports.frozen("sub_1")), Buffer.from(frozenBytes()));
      assert.equal(await store.read((tx) => tx.reports.frozen("sub_none")), undefined);
    });

    it("R8 remarks are kept with their submission", async () => {
      const { store } = opened();
      const remark = { id: "rem_1", submissionId: "sub_1", cell: "2!C4", text: "与名册不符", who: "上级", at: AT };
      const whole = { ...remark, id: "rem_2", cell: "", at: LATER };
      await store.write((tx) => tx.reports.addRemarks([remark, whole]));
      assert.deepEqual(await store.read((tx) => tx.reports.remarks("sub_1")), [whole, remark]);
    });

    it("R6 accepted reports and opening figures are the years a unit can be compared with", async () => {
      const { store } = opened();
      const accepted = { state: "accepted", values: { "1!A1": 1 } } as const;
      const ofDay = (on: string, setId: string): ReportKey => ({ setId, unitId: UNIT, on: on as Day });
      const rows = [
        aSubmission({ id: "sub_h", key: ofDay("2025-06-30", "2017-half"), ...accepted }),
        aSubmission({ id: "sub_y", key: ofDay("2025-12-31", "2017"), ...accepted }),
      ];
      for (const row of rows) await store.write((tx) => tx.reports.insertSubmission(row, new Uint8Array()));
      await store.read(async (tx) => {
        assert.equal((await tx.reports.acceptedIn(UNIT, 2025))?.id, "sub_y");
        assert.equal((await tx.reports.acceptedIn(UNIT, 2025, "2017-half"))?.id, "sub_h");
        assert.equal(await tx.reports.acceptedIn(UNIT, 2026), undefined);
        assert.deepEqual(await tx.reports.yearsKnown({ unitId: UNIT, setId: "2017" }), [2025, 2024]);
        assert.deepEqual(await tx.reports.frozen("sub_y"), Buffer.alloc(0));
      });
    });
  });
}

/** More than one row holds. */
function frozenBytes(): Uint8Array {
  return Uint8Array.from({ length: 120_000 }, (_, index) => (index * 31 + (index >> 8)) % 256);
}
