import { cellTitle } from "#core/report/definition/cell-title.ts";
import { gateOf, type Gate, type GateFact, type GatePlace, type GateQuestion } from "#core/report/gate/gate.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { SupposedRecord } from "#service/usecases/record/check/supposed-people.ts";
import type { ReportStanding } from "../entry/report-standing.ts";
import { childrenFact } from "./children-before.ts";
import { recordGate } from "./record-gate.ts";
import { standingAnswers } from "./standing-answers.ts";
import type { SubmissionServices } from "./submission-services.ts";

export interface GateAsked {
  readonly caller: Caller;
  readonly standing: ReportStanding;
  /** A record as it would be; the standing is then that of the numbers with it (R12). */
  readonly supposed?: SupposedRecord;
}

/** Whether a report can be handed over as it stands, and what is missing (R7). */
export async function reportGate(
  tx: StoreReads,
  services: SubmissionServices,
  { caller, standing, supposed }: GateAsked,
): Promise<Gate> {
  const { scope } = standing.opened;
  return gateOf({
    ...(await recordGate(tx, services, { caller, scope, supposed })),
    ...tableFacts(standing),
    ...cellFacts(standing),
    children: await childrenFact(tx, { caller, opened: standing.opened }),
    answers: await answersFact(tx, standing),
  });
}

type Facts<What extends GateQuestion> = Readonly<Record<What, GateFact>>;

function tableFacts({ findings }: ReportStanding): Facts<"table-errors" | "table-explains"> {
  const fact = (severity: "error" | "explain"): GateFact => {
    const all = findings.filter(({ check }) => check.severity === severity);
    const open = all.filter((finding) => finding.open);
    return {
      of: all.length,
      open: open.map(({ check, line }) => ({
        kind: "finding",
        key: `${check.code} ${line}`.trim(),
        label: `${check.code} ${line}`.trim() + `　${check.text}`,
      })),
    };
  };
  return { "table-errors": fact("error"), "table-explains": fact("explain") };
}

function cellFacts({ cells, manualEmpty, overrides }: ReportStanding): Facts<"manual-empty" | "stale-overrides"> {
  const place = (cell: string): GatePlace => {
    const known = cells.get(cell);
    return { kind: "cell", key: cell, label: known ? cellTitle(known.table, known.compiled.cell) : cell };
  };
  const manual = [...cells.values()].filter(({ compiled }) => compiled.rule.kind === "manual").length;
  const stale = overrides.filter((each) => each.stale);
  return {
    "manual-empty": { of: manual, open: manualEmpty.map(place) },
    "stale-overrides": { of: overrides.length, open: stale.map(({ cell }) => place(cell)) },
  };
}

async function answersFact(tx: StoreReads, { opened }: ReportStanding): Promise<GateFact> {
  const { points } = opened.compiled.set;
  const answers = await standingAnswers(tx, opened);
  const open = points.filter(({ code }) => (answers.get(code)?.text ?? "").trim() === "");
  return { of: points.length, open: open.map(({ code, text }) => ({ kind: "point", key: code, label: text })) };
}
