import { shownTime } from "#core/kernel/instant.ts";
import { ok, type Result } from "#core/kernel/result.ts";
import type { AskTable } from "#core/protocol/records/records.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { answerBook, type AnswerTable } from "#core/sheet/plan/answer-book.ts";
import type { Language } from "#core/wording/language.ts";
import { maskPhone } from "#service/usecases/account/mask-phone.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { exportEntry, exportName, markedBook } from "#service/usecases/ledger/exchange/export-stamp.ts";
import { MEDIA_TYPES, type OutputFile } from "#service/usecases/ledger/exchange/output-ledger.ts";
import type { Services } from "#service/usecases/services.ts";
import { answerOf, type Asked, type AskedCount, type AskServices } from "./ask-question.ts";

type OutputServices = AskServices & Pick<Services, "workbooks" | "digest" | "limits">;

const WORDS = {
  "zh-CN": {
    ...{ title: "统计分析", everybody: "全部人员", people: "人数", total: "合计", empty: "（空）" },
    info: (condition: string, day: string, count: number) => `条件：${condition}　截至 ${day}　共 ${String(count)} 人`,
  },
  en: {
    ...{ title: "Analysis", everybody: "everybody", people: "People", total: "Total", empty: "(empty)" },
    info: (condition: string, day: string, count: number) =>
      `Condition: ${condition}; as of ${day}; ${String(count)} people`,
  },
} as const satisfies Record<Language, object>;

/** The answer to a question as a workbook; who took it, what was asked and why is logged with its hash (M22, A13). */
export async function outputAnswer(
  services: OutputServices,
  caller: Caller,
  { reason, ...asked }: AskedCount & { readonly reason: string },
): Promise<Result<OutputFile, AnyRefusal>> {
  const found = await answerOf(services, caller, asked);
  if (!found.ok) return found;
  const service = await services.store.read((tx) => tx.organisation.serviceId());
  const stamp = { issuedTo: maskPhone(caller.account.name), issuedAt: shownTime(caller.at), service };
  const book = answerBook({
    ...tableOf(asked, found.value),
    issue: { ...stamp, subject: "answer", definition: "1", change: 0 },
  });
  const content = await services.workbooks.render(markedBook(book, services.limits));
  const sha256 = services.digest(content);
  const filter = [asked.condition, asked.rows, asked.columns, found.value.day].filter((part) => (part ?? "") !== "");
  const logged = { record: `unit:${found.value.unit.id}`, format: "xlsx", filter: filter.join(" / "), sha256, reason };
  await services.store.write(async (tx) => {
    tx.record(exportEntry(caller, { ...logged, records: found.value.answer.count }));
  });
  return ok({ fileName: exportName(book.title, caller, "xlsx"), mediaType: MEDIA_TYPES.xlsx, content });
}

function tableOf(asked: AskedCount, { answer, unit, day }: Asked): Omit<AnswerTable, "issue"> {
  const words = WORDS[asked.language];
  const condition = asked.condition.trim() === "" ? words.everybody : asked.condition.trim();
  const { headers, rows } = linesOf(asked, answer.table ?? NO_TABLE(answer.count));
  return {
    ...{ title: `${unit.name}${words.title}`, info: words.info(condition, day, answer.count) },
    ...{ unitName: unit.name, year: Number(day.slice(0, 4)), headers, rows },
  };
}

const NO_TABLE = (count: number): AskTable => ({ rows: [], columns: [""], counts: [[count]] });

/** With the totals of rows, where there are several columns, and of columns. */
function linesOf(asked: AskedCount, { rows, columns, counts }: AskTable): Pick<AnswerTable, "headers" | "rows"> {
  const words = WORDS[asked.language];
  const several = (asked.columns ?? "").trim() !== "" && rows.length > 0;
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, count) => total + count, 0);
  const withTotal = (row: readonly number[]): readonly number[] => (several ? [...row, sum(row)] : row);
  const named = (name: string): string => (name === "" ? words.empty : name);
  const totals = columns.map((_, index) => sum(counts.map((row) => row[index] ?? 0)));
  const headers = several ? [...columns.map(named), words.total] : [words.people];
  const lines = rows.map((name, index) => ({ name: named(name), counts: withTotal(counts[index] ?? []) }));
  const fields = [asked.rows, asked.columns].filter((part) => (part ?? "").trim() !== "").join(" × ");
  return { headers: [fields, ...headers], rows: [...lines, { name: words.total, counts: withTotal(totals) }] };
}
