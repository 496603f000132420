import { toId, type UnitId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { ancestorsOf } from "#core/organisation/tree.ts";
import { parseQuestion } from "#core/people/question/parse-question.ts";
import { vocabularyOf } from "#core/people/question/vocabulary.ts";
import type { QuestionView } from "#core/protocol/records/records.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { QuestionRecord } from "#service/ports/records/record-notes.ts";
import { auditEntry } from "#service/usecases/audit-entry.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { refusalForUnit } from "../record-access.ts";

export interface AskedQuestion {
  readonly id?: string | undefined;
  readonly baseRevision: number;
  readonly unitId: string;
  readonly name: string;
  readonly condition: string;
  readonly rows?: string | undefined;
  readonly columns?: string | undefined;
}

/** Questions saved in a unit, below it and above it, as far as the caller reads there; those above are known to all below (M22). */
export async function listQuestions(
  { store }: Pick<Services, "store">,
  caller: Caller,
  { unit }: { readonly unit: string },
): Promise<Result<readonly QuestionView[], AnyRefusal>> {
  const unitId = toId<UnitId>(unit);
  const refusal = refusalForUnit(caller, unitId, "read");
  if (refusal) return refuse(refusal);
  const units = [unitId, ...ancestorsOf(caller.organisation, unitId)];
  const rows = await store.read((tx) => tx.notes.questions(units));
  return ok(rows.map(viewOf));
}

/** Saved under a name, once it can be read; changed only from the revision that was seen. */
export async function saveQuestion(
  { store, catalogue, random }: Pick<Services, "store" | "catalogue" | "random">,
  caller: Caller,
  asked: AskedQuestion,
): Promise<Result<QuestionView, AnyRefusal>> {
  const unitId = toId<UnitId>(asked.unitId);
  const refusal = refusalForUnit(caller, unitId, "work");
  if (refusal) return refuse(refusal);
  const read = parseQuestion(asked.condition, vocabularyOf(catalogue, "person"));
  if (!read.ok) return read;
  const { condition, rows = null, columns = null, name } = asked;
  return await store.write(async (tx): Promise<Result<QuestionView, AnyRefusal>> => {
    const before = asked.id === undefined ? undefined : await tx.notes.question(asked.id);
    if (asked.id !== undefined && before?.unitId !== unitId) return refuse({ code: "not-found" });
    const question: QuestionRecord = {
      id: asked.id ?? random.id("question"),
      ...{ unitId, name, content: JSON.stringify({ condition, rows, columns }) },
      ...{ accountId: caller.account.id, who: caller.who, at: caller.at, revision: asked.baseRevision + 1 },
    };
    if (!(await tx.notes.saveQuestion(question))) return refuse({ code: "question-name-taken" });
    const fields = [{ field: name, old: before?.content ?? null, new: question.content }];
    tx.record(auditEntry(caller, { action: "save-question", record: `question:${question.id}`, fields }));
    return ok(viewOf(question));
  });
}

export async function deleteQuestion(
  { store }: Pick<Services, "store">,
  caller: Caller,
  id: string,
): Promise<Result<null, AnyRefusal>> {
  return await store.write(async (tx): Promise<Result<null, AnyRefusal>> => {
    const question = await tx.notes.question(id);
    if (!question) return refuse({ code: "not-found" });
    const refusal = refusalForUnit(caller, question.unitId, "work");
    if (refusal) return refuse(refusal);
    await tx.notes.deleteQuestion(id);
    const fields = [{ field: question.name, old: question.content, new: null }];
    tx.record(auditEntry(caller, { action: "delete-question", record: `question:${id}`, fields }));
    return ok(null);
  });
}

/** Written by `saveQuestion`. */
function viewOf({ content, accountId: _, ...rest }: QuestionRecord): QuestionView {
  const kept = JSON.parse(content) as Pick<QuestionView, "condition" | "rows" | "columns">;
  return { ...rest, condition: kept.condition, rows: kept.rows, columns: kept.columns };
}
