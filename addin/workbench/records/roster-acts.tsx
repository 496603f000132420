import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { RosterAsk, RosterView } from "#core/sheet/roster/roster-view.ts";
import { snapshotOfBook } from "#core/sheet/snapshot/snapshot-of-book.ts";
import { ReasonDialog } from "#addin/components/admin/reason-dialog.tsx";
import type { OpenGrid } from "#addin/hosts/grid/open-grid.ts";
import { BatchDialog, type BatchFill } from "#addin/screens/records/batch-dialog.tsx";
import type { DirectSession } from "#addin/session/desk/direct-session.ts";
import { fillColumn } from "#addin/session/fill-column.ts";
import { saveFile } from "#addin/session/book/save-file.ts";
import { recordsWords } from "#addin/wording/records/records-words.ts";
import type { RecordsPageProps } from "./records-page-props.ts";

export interface RosterActsProps extends Pick<RecordsPageProps, "client" | "language" | "onTell"> {
  readonly ask: RosterAsk;
  readonly grid: OpenGrid | null;
  readonly session: DirectSession | null;
  readonly roster: RosterView;
  readonly unsent: number;
}

/** What is done with a whole roster: one value into a column (M4), the list as a workbook (A13). */
export function RosterActs(props: RosterActsProps) {
  const { language, grid, session, roster } = props;
  const words = recordsWords[language];
  const [selected, setSelected] = useState<ReadonlySet<string> | null>(null);
  const [taking, setTaking] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setSelected(grid?.selectedRows() ?? new Set())}>
        {words.batch.title}
      </Button>
      <Button size="small" onClick={() => setTaking(true)}>
        {words.output.title}
      </Button>
      {selected && (
        <BatchDialog
          language={language}
          view={roster}
          selected={selected}
          onFill={(fill) => fillIn({ grid, session }, fill)}
          onClose={() => setSelected(null)}
        />
      )}
      {taking && <Taking {...props} rows={roster.rows.length} onClose={() => setTaking(false)} />}
    </>
  );
}

interface TakingProps extends RosterActsProps {
  readonly rows: number;
  readonly onClose: () => void;
}

/** The roster as a workbook, for a reason that is logged (A13). */
function Taking({ client, language, ask, rows, unsent, onTell, onClose }: TakingProps) {
  const words = recordsWords[language].output;
  return (
    <ReasonDialog
      around={{ language }}
      title={words.title}
      text={unsent > 0 ? `${words.about(rows)}${words.unsent}` : words.about(rows)}
      confirm={words.title}
      least={2}
      ask={(reason) => client.records.rosterFile(ask, reason)}
      onDone={({ fileName, content }) => {
        saveFile(fileName, content);
        onTell(words.done(fileName));
        onClose();
      }}
      onClose={onClose}
    />
  );
}

interface Tools {
  readonly grid: OpenGrid | null;
  readonly session: DirectSession | null;
}

/** @returns how many cells were filled in. */
async function fillIn({ grid, session }: Tools, fill: BatchFill): Promise<number> {
  const book = session?.state.book;
  if (!grid || !session || !book) return 0;
  await grid.host.commitTyping();
  const writes = fillColumn(snapshotOfBook(book), await grid.host.read(), fill);
  if (writes.length > 0) await grid.host.write(writes);
  await session.compare();
  return writes.length;
}
