import { PersonPanel } from "#addin/account/person-panel.tsx";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { CorrectRecord, type Correctable, type Correction } from "#addin/screens/reports/trace/correct-record.tsx";
import type { Answer } from "#addin/service-client/client-refusal.ts";
import { newPushKey } from "#addin/session/desk/new-push-key.ts";
import { useLoad } from "#addin/session/use-load.ts";
import { reportTraceWords } from "#addin/wording/report/report-trace-words.ts";
import type { ReportPageProps } from "../report-page-props.ts";

export interface TracedRecordProps extends Pick<ReportPageProps, "client" | "language" | "ask" | "onCell"> {
  /** "person:ID", "unit:ID"; null: none is chosen. */
  readonly record: string | null;
  readonly looked: readonly string[];
  readonly frozen: boolean;
  readonly onSaved: () => void;
}

/** The record of the row that is chosen: corrected here, seen whole below. */
export function TracedRecord(props: TracedRecordProps) {
  const { client, language, ask, record, looked, frozen, onCell } = props;
  const words = reportTraceWords[language];
  const loaded = useLoad(record, () => loadRecord(props, record ?? ""));
  if (record === null) return <p className="report-hint">{words.choose}</p>;
  const saved = () => {
    loaded.reload();
    props.onSaved();
  };
  return (
    <LoadArea around={{ language }} data={loaded.data} onRetry={loaded.reload}>
      {(found) => (
        <>
          <h2>{found.name}</h2>
          <CorrectRecord
            key={`${found.row.record} ${JSON.stringify(found.row.revisions)}`}
            {...{ language, looked, onCell }}
            record={{ ...found, mayWork: found.mayWork && !frozen }}
            whatIf={({ field, value }) =>
              client.reports.whatIf(ask, { record: found.row.record, fields: { [field]: value } })
            }
            save={(correction) => save(props, found, correction)}
            onSaved={saved}
          />
          {record.startsWith("person:") && (
            <details className="trace-card">
              <summary>{words.correct.full}</summary>
              <PersonPanel client={client} language={language} record={record} />
            </details>
          )}
        </>
      )}
    </LoadArea>
  );
}

interface Found extends Correctable {
  readonly name: string;
}

/** A person's card; a unit's row of its own list. */
async function loadRecord({ client }: TracedRecordProps, record: string): Promise<Answer<Found>> {
  const [kind, id = ""] = record.split(":");
  if (kind === "person") return await client.records.person(id);
  const answer = await client.records.roster({ list: "units", unitId: id, on: null, filter: "" });
  if (!answer.ok) return answer;
  const row = answer.value.rows.find((each) => each.record === record);
  if (!row) return { ok: false, refusal: { code: "not-found" } };
  const { fields, codes, unitName } = answer.value;
  return { ok: true, value: { fields, codes, row, mayWork: row.locked !== true, name: unitName } };
}

async function save({ client }: TracedRecordProps, found: Found, correction: Correction): Promise<Answer<null>> {
  const { field, value, reason } = correction;
  const { record, revisions } = found.row;
  const edit = { record, field, baseRevision: revisions[field] ?? 0, value: value === "" ? null : value };
  const explained = reason === "" ? {} : { reason };
  const pushed = await client.records.push({ key: newPushKey(), edits: [{ ...edit, ...explained }] });
  if (!pushed.ok) return pushed;
  const [outcome] = pushed.value.outcomes;
  if (outcome?.result === "refused") return { ok: false, refusal: outcome.refusal };
  if (outcome?.result === "conflict") return { ok: false, refusal: { code: "changed-meanwhile" } };
  return { ok: true, value: null };
}
