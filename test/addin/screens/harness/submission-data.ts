import type {
  GateView,
  MaterialsView,
  ReportOverviewRow,
  RollupView,
  SubmissionView,
} from "#core/protocol/report/reports.ts";
import type { ReportFindingView, ReportTableView, ReportView } from "#core/sheet/report/report-view.ts";

const line = (
  what: GateView["lines"][number]["what"],
  [open, of]: readonly [number, number],
  places: GateView["lines"][number]["places"] = [],
) => ({ what, passed: open === 0, open, of, placesInAll: places.length, places });

const cells = Array.from({ length: 14 }, (_, index) => `5!H${index + 1}`);

const people = Array.from(
  { length: 10 },
  (_, index) => ({ kind: "record", key: `person:per_${index + 3}`, label: `张三${index + 1}：学历、专业` }) as const,
);

export const GATE: GateView = {
  ready: false,
  rehearsal: false,
  due: { on: "2027-01-10", left: -3 },
  lines: [
    line("required-fields", [94, 18_204], people),
    line(
      "record-errors",
      [2, 2],
      [
        { kind: "record", key: "person:per_1", label: "欧阳晓燕：入党日期早于 18 周岁" },
        { kind: "record", key: "person:per_2", label: "孙丽华：公民身份号码重复" },
      ],
    ),
    line("record-explains", [0, 6]),
    line("overdue-transfers", [1, 1], [{ kind: "letter", key: "let_1", label: "第 2026-0113 号介绍信（逾期 12 天）" }]),
    line("overdue-conversions", [0, 0]),
    line("table-errors", [1, 213], [{ kind: "finding", key: "D-001 C", label: "D-001 表2 C" }]),
    line("table-explains", [0, 9]),
    line(
      "manual-empty",
      [14, 1_126],
      cells.map((cell) => ({ kind: "cell", key: cell, label: cell })),
    ),
    line("stale-overrides", [1, 3], [{ kind: "cell", key: "2!A5", label: "2!A5" }]),
    line("children", [1, 4], [{ kind: "unit", key: "g2", label: "后勤党总支" }]),
    line("answers", [2, 48], [{ kind: "point", key: "P2", label: "P2" }]),
  ],
};

export const READY: GateView = {
  ...GATE,
  ready: true,
  lines: GATE.lines.map((each) => ({ ...each, passed: true, open: 0, placesInAll: 0, places: [] })),
};

const handing = {
  ...{ id: "sub_2", number: 2, state: "returned", submittedAt: "2027-01-08T02:00:00.000Z", who: "林正平" },
  ...{ seenAt: "2027-01-08T06:30:00.000Z", decidedAt: "2027-01-09T01:00:00.000Z", decidedBy: "周文强" },
  ...{ decisionReason: "表2与表5请核对", printedOn: null, printUntil: null },
};

export const SUBMISSION: SubmissionView = {
  state: "returned",
  history: [
    {
      ...handing,
      remarks: [
        { cell: "2!C4", text: "女党员数少于上年，请附说明", who: "周文强", at: "2027-01-09T01:00:00.000Z" },
        { cell: "", text: "两份材料请重新打印", who: "周文强", at: "2027-01-09T01:00:00.000Z" },
      ],
    },
    {
      ...{ ...handing, id: "sub_1", number: 1, state: "withdrawn", seenAt: null, decidedBy: "林正平" },
      ...{ decisionReason: "漏报一名党员", remarks: [] },
    },
  ],
  changes: [
    { cell: "2!A1", title: "表2 总计 / 总数", submitted: 1_042, now: 1_043 },
    { cell: "2!C1", title: "表2 总计 / 女", submitted: 377, now: 376 },
  ],
};

export const ACCEPTED: SubmissionView = {
  ...SUBMISSION,
  state: "accepted",
  history: [{ ...handing, state: "accepted", decisionReason: "同意", printUntil: "2027-01-14", remarks: [] }],
};

export const MATERIALS: MaterialsView = {
  points: [
    {
      ...{
        point: "P1",
        table: 1,
        text: "上年底总数与上年年报的本年底实有数是否一致，不一致的说明原因。",
        answer: "一致。",
      },
      ...{ facts: "上年底总数 1021，上年年报 1021", revision: 1, old: "一致。" },
    },
    {
      ...{ point: "P2", table: 2, text: "女党员、少数民族党员数较上年变化较大的，是否核对到人。", answer: null },
      ...{ facts: "女 376（上年 391），少数民族 41（上年 40）", revision: 0, old: "已逐人核对，系退休人员转出。" },
    },
    {
      ...{ point: "P3", table: null, text: "党员名册与报表是否由同一人以外的人复核。", answer: null },
      ...{ facts: "", revision: 0, old: null },
    },
  ],
  lists: [
    { kind: "names", title: "受处分党员名单", count: 2 },
    { kind: "overrides", title: "强制修改的格", count: 1 },
  ],
};

const unit = (id: string, name: string, part: Partial<ReportOverviewRow>): ReportOverviewRow => ({
  ...{ unitId: id, unitCode: id.toUpperCase(), unitName: name, hasBelow: false, state: "draft", submittedAt: null },
  due: { on: "2027-01-10", left: -3 },
  ...{ errors: 0, explains: 0, explained: 0, overrides: 0, stale: 0, manualEmpty: 0, rollupDifferences: 0 },
  ...part,
});

export const ROWS: readonly ReportOverviewRow[] = [
  unit("c", "某医科大学党委", {
    hasBelow: true,
    errors: 1,
    explains: 9,
    explained: 7,
    manualEmpty: 14,
    rollupDifferences: 2,
  }),
  unit("g1", "机关党总支", {
    state: "submitted",
    submittedAt: "2027-01-08T02:00:00.000Z",
    due: { on: "2027-01-10", left: 2 },
    explains: 3,
    explained: 3,
    overrides: 1,
  }),
  unit("g2", "后勤党总支", { errors: 4, manualEmpty: 211 }),
  unit("g3", "护理学院党总支", { state: "accepted", submittedAt: "2027-01-06T08:11:00.000Z", due: null }),
  unit("g4", "离退休工作党总支", {
    state: "returned",
    submittedAt: "2027-01-05T08:11:00.000Z",
    stale: 1,
    overrides: 2,
  }),
];

export const ROLLUP: RollupView = {
  units: [
    { unitId: "g1", name: "机关党总支", source: "submitted" },
    { unitId: "g2", name: "后勤党总支", source: "draft" },
    { unitId: "g3", name: "护理学院党总支", source: "submitted" },
  ],
  differences: [
    {
      ...{ cell: "2!A1", title: "表2 总计 / 总数", computed: 1_043, summed: 1_045, explained: 1 },
      units: [{ unitId: "g1", name: "机关党总支", submitted: 402, computed: 400 }],
    },
    {
      ...{ cell: "2!C1", title: "表2 总计 / 女", computed: 376, summed: 377, explained: 1 },
      units: [{ unitId: "g1", name: "机关党总支", submitted: 151, computed: 150 }],
    },
  ],
};

const finding = (code: string, part: Partial<ReportFindingView>): ReportFindingView => ({
  ...{ code, severity: "error", line: "C", table: 2, text: "总计应等于各类人员之和", left: 377, relation: "=" },
  ...{ right: 376, difference: 1, cells: ["2!C1"], wantsNames: false, explanation: null, old: null, exempt: false },
  ...part,
});

export const FINDINGS: readonly ReportFindingView[] = [
  finding("D-001", {}),
  finding("X-11", {
    ...{ line: "", text: "上年底总数与上年年报应一致", left: 1_021, right: 1_020, difference: 1, exempt: true },
    explanation: { text: "上年漏报一名预备党员，本年已补录", who: "林正平", at: "2027-01-07T02:00:00.000Z" },
  }),
  finding("A-3", {
    severity: "explain",
    line: "",
    text: "女党员数较上年变化较大的，应说明",
    relation: "变动 20% 或 50",
  }),
];

export const TABLES: readonly ReportTableView[] = [
  {
    ...{ no: 2, name: "党员基本情况", supplement: [] },
    columns: [
      { id: "A", path: ["总数"] },
      { id: "B", path: ["总数", "预备党员"] },
      { id: "C", path: ["总数", "女"] },
    ],
    rows: [{ no: 1, path: ["总计"], indent: 0 }],
    cells: {
      A1: {
        ...{ kind: "generated", value: 402 },
        override: {
          ...{ generated: 400, then: 401, stale: true, who: "林正平", at: "2027-01-07T02:00:00.000Z" },
          reason: "两名党员的关系年底前已转入，介绍信在途",
        },
      },
      B1: { kind: "generated", value: 12 },
      C1: { kind: "generated", value: 151 },
    },
  },
];

export const HEAD: Pick<ReportView, "ask" | "state" | "may" | "rehearsal" | "title" | "unitName"> = {
  ask: { setId: "2017", unitId: "g1", on: "2026-12-31" },
  ...{ state: "draft", rehearsal: false, title: "党内统计年报表", unitName: "机关党总支" },
  may: { edit: true, submit: true, withdraw: false, judge: false },
};
