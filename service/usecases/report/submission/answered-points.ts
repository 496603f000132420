import type { AuditPoint } from "#core/report/materials/audit-point.ts";
import { pointFacts } from "#core/report/materials/point-facts.ts";
import type { StoreReads } from "#service/ports/store.ts";
import { reportOfYear, yearOf } from "../entry/opening/last-year.ts";
import type { ReportStanding } from "../entry/report-standing.ts";
import { standingAnswers } from "./standing-answers.ts";

export interface AnsweredPoint {
  readonly point: AuditPoint;
  /** What the numbers say to it, as a sentence. */
  readonly facts: string;
  readonly answer: string | null;
  readonly revision: number;
  /** Last year's answer, where there is none of this year yet. */
  readonly old: string | null;
}

/** The points of the audit with what was answered, and the numbers of the report as it stands (R8). */
export async function answeredPoints(tx: StoreReads, standing: ReportStanding): Promise<readonly AnsweredPoint[]> {
  const { opened, values, lastYear } = standing;
  const { key, compiled } = opened;
  const answers = await standingAnswers(tx, opened);
  const before = await tx.reports.answers(reportOfYear(key, compiled.set, yearOf(key) - 1));
  const lastAnswers = new Map(before.map(({ point, text }) => [point, text]));
  const read = (table: number, cell: string, isLastYears: boolean) =>
    (isLastYears ? lastYear.values : values).get(`${table}!${cell}`) ?? null;
  return compiled.set.points.map((point) => {
    const given = answers.get(point.code);
    const answer = given === undefined || given.text === "" ? null : given.text;
    const old = answer === null ? (lastAnswers.get(point.code) ?? null) : null;
    return { point, facts: pointFacts(point, read), answer, revision: given?.revision ?? 0, old };
  });
}
