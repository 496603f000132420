import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { OpeningAnswer, OpeningRefused } from "#core/protocol/report/report-opening.ts";
import type { Language } from "#core/wording/language.ts";
import { sayProblem } from "#core/wording/texts/problem-sentences.ts";
import { sayRefusal } from "#core/wording/say-refusal.ts";
import { PlainTable } from "#addin/components/admin/plain-table.tsx";
import { sayInstant } from "#addin/wording/accounts/admin-times.ts";
import { openingWords } from "#addin/wording/report/opening-words.ts";

export interface OpeningFoundProps {
  readonly language: Language;
  readonly found: OpeningAnswer;
}

/** What would be loaded, table by table, what it replaces, and what is refused and where it stands. */
export function OpeningFound({ language, found }: OpeningFoundProps) {
  const words = openingWords[language];
  const { standing, accepted, tables, refused, refusedCount, unchanged, problems, year } = found;
  return (
    <>
      {accepted && <Warning text={words.accepted(year)} />}
      {standing && <Warning text={words.standing({ ...standing, at: sayInstant(standing.at) })} />}
      {unchanged > 0 && <p className="opening-unchanged">{words.unchanged(unchanged)}</p>}
      {problems.length > 0 && (
        <div role="alert">
          <p>{words.leftOut}</p>
          <ul className="opening-refused" tabIndex={0}>
            {problems.map((problem, index) => (
              <li key={`${index} ${problem.code}`}>{sayProblem(language, problem)}</li>
            ))}
          </ul>
        </div>
      )}
      {refusedCount > 0 && (
        <div role="alert">
          <p>{words.refused(refusedCount)}</p>
          <ul className="opening-refused" tabIndex={0}>
            {refused.map((one, index) => (
              <li key={`${index} ${one.refusal.code}`}>{sayRefused(language, one)}</li>
            ))}
            {refusedCount > refused.length && <li>{words.more(refusedCount - refused.length)}</li>}
          </ul>
        </div>
      )}
      {tables.length > 0 && <Tables language={language} tables={tables} />}
    </>
  );
}

function Tables({ language, tables }: { readonly language: Language } & Pick<OpeningAnswer, "tables">) {
  const words = openingWords[language];
  return (
    <div className="opening-tables" tabIndex={0} role="region" aria-label={words.tables}>
      <PlainTable
        caption={words.tables}
        rows={tables}
        keyOf={({ table }) => String(table)}
        empty={null}
        columns={[
          { key: "table", title: words.table, cell: ({ table, title }) => `${table} ${title}` },
          { key: "cells", title: words.cells, width: "80px", numeric: true, cell: ({ cells }) => cells },
          { key: "moved", title: words.moved, width: "80px", numeric: true, cell: ({ moved }) => moved },
        ]}
      />
    </div>
  );
}

function Warning({ text }: { readonly text: string }) {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  );
}

function sayRefused(language: Language, { refusal, place }: OpeningRefused): string {
  const said = sayRefusal(language, refusal);
  return place === null ? said : `${place.sheet}!${place.address} ${said}`;
}
