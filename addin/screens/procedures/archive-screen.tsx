import { Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useState } from "react";
import { shownTime, type Day } from "#core/kernel/instant.ts";
import type { Result } from "#core/kernel/result.ts";
import { archiveDue } from "#core/people/procedure/archive-due.ts";
import type { ExportView } from "#core/protocol/records/records.ts";
import type { Language } from "#core/wording/language.ts";
import { PlainTable } from "#addin/components/admin/plain-table.tsx";
import { ReasonDialog } from "#addin/components/admin/reason-dialog.tsx";
import { archiveWords, type ArchiveListName } from "#addin/wording/procedures/archive-words.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import "./procedures.css";

export interface ArchiveScreenProps {
  readonly language: Language;
  readonly today: Day;
  /** What left the unit, newest first. */
  readonly exports: readonly ExportView[];
  /** @returns the name of the file that was saved. */
  readonly take: (list: ArchiveListName, reason: string) => Promise<Result<string, ShownRefusal>>;
  readonly onTaken: () => void;
}

const LISTS: readonly ArchiveListName[] = ["members", "transfers-out", "transfers-in"];
/** Purpose of a full export in the service's list of exports; any other one left with its reason. */
const ARCHIVE = "archive";

interface Line {
  readonly list: ArchiveListName;
  readonly last: ExportView | null;
}

/** Full exports with their periods, when the last one was and when the next is due (M16). */
export function ArchiveScreen({ language, today, exports, take, onTaken }: ArchiveScreenProps) {
  const words = archiveWords[language];
  const [asking, setAsking] = useState<Line | null>(null);
  const [said, setSaid] = useState("");
  const archives = exports.filter(({ purpose }) => purpose === ARCHIVE);
  const lines = LISTS.map((list): Line => ({ list, last: archives.find((one) => one.list === list) ?? null }));
  return (
    <>
      <p className="procedure-about">{words.about}</p>
      <div role="status">
        {said !== "" && (
          <MessageBar intent="success">
            <MessageBarBody>{said}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      <Lists {...{ language, today, lines }} onAsk={setAsking} />
      <h2 className="procedure-title">{words.earlier}</h2>
      <Earlier language={language} archives={archives} />
      {asking && (
        <ReasonDialog
          around={{ language }}
          title={words.title(words.lists[asking.list])}
          text={words.means(words.period(asking.last?.to ?? null, today))}
          confirm={words.take}
          least={2}
          ask={(reason) => take(asking.list, reason)}
          onDone={(name) => {
            setAsking(null);
            setSaid(words.saved(name));
            onTaken();
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}

interface ListsProps extends Pick<ArchiveScreenProps, "language" | "today"> {
  readonly lines: readonly Line[];
  readonly onAsk: (line: Line) => void;
}

function Lists({ language, today, lines, onAsk }: ListsProps) {
  const words = archiveWords[language];
  const { columns } = words;
  return (
    <PlainTable<Line>
      caption={words.table}
      rows={lines}
      keyOf={({ list }) => list}
      empty={words.none}
      columns={[
        { key: "list", title: columns.list, cell: ({ list }) => words.lists[list] },
        {
          ...{ key: "last", title: columns.last, width: "150px" },
          cell: ({ last }) => (last ? shownTime(last.at) : words.never),
        },
        { key: "people", title: columns.people, width: "90px", numeric: true, cell: ({ last }) => last?.people ?? "" },
        {
          ...{ key: "period", title: columns.period, width: "200px" },
          cell: ({ last }) => words.period(last?.to ?? null, today),
        },
        { key: "due", title: columns.due, width: "220px", cell: (line) => sayDue(language, line, today) },
        {
          ...{ key: "acts", title: columns.acts, width: "90px" },
          cell: (line) => (
            <Button size="small" aria-label={`${words.take}：${words.lists[line.list]}`} onClick={() => onAsk(line)}>
              {words.take}
            </Button>
          ),
        },
      ]}
    />
  );
}

function sayDue(language: Language, { last }: Line, today: Day): string {
  const words = archiveWords[language];
  const { since, next, done } = archiveDue((last?.to ?? null) as Day | null, today);
  return done ? words.done(words.month(next)) : words.due(words.month(since));
}

function Earlier({ language, archives }: { readonly language: Language; readonly archives: readonly ExportView[] }) {
  const words = archiveWords[language];
  const { earlierColumns: columns } = words;
  const listName = (list: string) => LISTS.find((one) => one === list);
  return (
    <PlainTable<ExportView>
      caption={words.earlier}
      rows={archives}
      keyOf={({ at, list }) => `${at} ${list}`}
      empty={words.none}
      columns={[
        { key: "at", title: columns.at, width: "160px", cell: ({ at }) => shownTime(at) },
        { key: "list", title: columns.list, cell: ({ list }) => words.lists[listName(list) ?? "members"] },
        { key: "period", title: columns.period, width: "240px", cell: ({ from, to }) => words.period(from, to ?? "") },
        { key: "people", title: columns.people, width: "90px", numeric: true, cell: ({ people }) => people },
      ]}
    />
  );
}
