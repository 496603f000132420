import { NothingOpen } from "#addin/components/ledgers/nothing-open.tsx";
import { ExportScreen } from "#addin/screens/export/export-screen.tsx";
import { RosterExportScreen } from "#addin/screens/export/roster-export-screen.tsx";
import { saved } from "#addin/session/evidence-functions.ts";
import { parseRosterSubject } from "#core/sheet/roster/roster-subject.ts";
import type { BookIdentity } from "#core/sheet/sheet-book.ts";
import type { PlacesProps } from "./places-props.ts";

/** What stands in the workbook, as the service has it, as a file. */
export function ExportPlace(props: PlacesProps) {
  const { identity } = props.state;
  if (!identity) return <NothingOpen language={props.language} onOpen={() => props.go("open")} />;
  return identity.kind === "roster" ? (
    <RosterExport {...props} identity={identity} />
  ) : (
    <LedgerExport {...props} identity={identity} />
  );
}

type OpenProps = PlacesProps & { readonly identity: BookIdentity };

function LedgerExport({ client, language, state, work, identity }: OpenProps) {
  const title = state.view?.name.text ?? identity.unit;
  return (
    <ExportScreen
      language={language}
      unsent={state.changes.length}
      onExport={async (format, reason) =>
        await saved(await client.output(identity.subject, format, reason), `${title}.${format}`, work.save)
      }
    />
  );
}

function RosterExport({ client, language, state, work, identity }: OpenProps) {
  const ask = parseRosterSubject(identity.subject);
  if (!ask) return null;
  const name = `${state.book?.title ?? identity.unit}.xlsx`;
  return (
    <RosterExportScreen
      language={language}
      unsent={state.changes.length}
      onExport={async (reason) => await saved(await client.records.rosterFile(ask, reason), name, work.save)}
    />
  );
}
