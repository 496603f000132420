import type { PushAnswer } from "#core/protocol/push.ts";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { PersonCard } from "#addin/screens/records/person-card.tsx";
import type { Answer } from "#addin/service-client/client-refusal.ts";
import type { ServiceClient } from "#addin/service-client/service-client.ts";
import { newPushKey } from "#addin/session/desk/new-push-key.ts";
import { useLoad } from "#addin/session/use-load.ts";
import { recordPagesWords } from "#addin/wording/records/record-pages-words.ts";
import type { Language } from "#core/wording/language.ts";

export interface PersonPanelProps {
  readonly client: ServiceClient;
  readonly language: Language;
  /** "person:ID"; null: nobody is chosen. */
  readonly record: string | null;
  /** Something of the record was corrected or explained. */
  readonly onChanged?: () => void;
}

/** The card of whoever is chosen. */
export function PersonPanel({ client, language, record, onChanged }: PersonPanelProps) {
  const id = record?.slice("person:".length) ?? null;
  const card = useLoad(id, () => client.records.person(id ?? ""));
  const history = useLoad(record, () => client.records.history(record ?? ""));
  if (id === null) return <p>{recordPagesWords[language].card.choose}</p>;
  return (
    <LoadArea around={{ language }} data={card.data} onRetry={card.reload}>
      {(value) => (
        <PersonCard
          key={id}
          language={language}
          card={value}
          history={history.data}
          onHistory={history.reload}
          reveal={async (field, reason) => {
            const answer = await client.records.reveal(id, { field: sensitive(field), reason });
            return answer.ok ? { ok: true, value: answer.value.value } : answer;
          }}
          correct={async (field, typed, reason) => {
            const baseRevision = value.row.revisions[field] ?? 0;
            const edit = { record: record ?? "", field, baseRevision, value: typed, reason };
            return outcomeOf(await client.records.push({ key: newPushKey(), edits: [edit] }));
          }}
          explain={({ check }, text) => client.records.explain({ record: record ?? "", check, text })}
          onCorrected={() => {
            card.reload();
            history.reload();
            onChanged?.();
          }}
        />
      )}
    </LoadArea>
  );
}

/** The one edit's outcome as an answer of its own. */
function outcomeOf(pushed: Answer<PushAnswer>): Answer<null> {
  if (!pushed.ok) return pushed;
  const [outcome] = pushed.value.outcomes;
  if (outcome?.result === "refused") return { ok: false, refusal: outcome.refusal };
  if (outcome?.result === "conflict") return { ok: false, refusal: { code: "changed-meanwhile" } };
  return { ok: true, value: null };
}

/** @throws on a field that is never masked (a bug: nothing offers to reveal it). */
function sensitive(field: string): "idNumber" | "mobile" | "phone" {
  if (field === "idNumber" || field === "mobile" || field === "phone") return field;
  throw new Error(`${field} is not masked`);
}
