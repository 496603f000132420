import { Button } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { DeskSessionState } from "#addin/session/desk/desk-session-state.ts";
import { unsentOf } from "#addin/session/desk/unsent-of.ts";
import { CopyNewDialog } from "#addin/screens/copy-new/copy-new-dialog.tsx";
import { OpenSheetScreen } from "#addin/screens/open-sheet/open-sheet-screen.tsx";
import { ReplaceDialog } from "#addin/screens/open-sheet/replace-dialog.tsx";
import { recordsWords } from "#addin/wording/records/records-words.ts";
import { reportWords } from "#addin/wording/report/report-words.ts";
import { ReportOpener } from "./later-reports.tsx";
import type { PlacesProps } from "./places-props.ts";
import { RosterOpener } from "./roster-opener.tsx";

export interface OpenPlaceProps extends PlacesProps {
  /** A ledger that a duty or a notice led to. */
  readonly wanted: string | null;
  readonly onWantedDone: () => void;
}

function openNameOf({ view, book, identity }: DeskSessionState): string | null {
  return view?.name.text ?? book?.title ?? identity?.unit ?? null;
}

/** Opens a ledger, a roster or an annual report in this workbook, after asking when something of the present one is unsent. */
export function OpenPlace(props: OpenPlaceProps) {
  const { client, language, lists, state, kept, wanted } = props;
  const [asked, setAsked] = useState<string | null>(null);
  const [copying, setCopying] = useState(false);
  const unsent = unsentOf(state).length;
  const openName = openNameOf(state);
  const draw = async (id: string) => {
    setAsked(null);
    if (await kept?.session?.open(id)) props.go("home");
  };
  const open = (id: string) => {
    if (state.drawing) return;
    if (id === state.identity?.subject) void kept?.session?.refresh();
    else if (unsent > 0) setAsked(id);
    else void draw(id);
  };
  useEffect(() => {
    if (wanted === null || state.phase === "starting") return;
    props.onWantedDone();
    if (wanted === state.identity?.subject) props.go("changes");
    else open(wanted);
  }, [wanted, state.phase]);
  return (
    <>
      {props.me.kind !== "duty" && <Further language={language} />}
      <OpenSheetScreen
        {...lists}
        language={language}
        openName={openName}
        openLedger={state.identity?.subject ?? null}
        onLedger={open}
        onCopyNew={() => setCopying(true)}
      />
      <OtherOpeners {...props} onOpen={open} />
      {asked !== null && (
        <ReplaceDialog
          language={language}
          name={openName ?? ""}
          unsent={unsent}
          onReplace={() => void draw(asked)}
          onClose={() => setAsked(null)}
        />
      )}
      {copying && (
        <CopyNewDialog
          language={language}
          templates={(search) => client.templates({ search })}
          earlier={(templateId) => client.ledgers({ relation: "own", templateId })}
          make={(given) => client.copyNew(given)}
          onOpen={(id) => {
            setCopying(false);
            lists.reload();
            open(id);
          }}
          onClose={() => setCopying(false)}
        />
      )}
    </>
  );
}

const ROSTERS = "open-rosters";
const REPORTS = "open-reports";

/** Ledgers may fill many screens: what stands below them is said, and gone to, above. */
function Further({ language }: Pick<OpenPlaceProps, "language">) {
  const kinds = [
    [ROSTERS, recordsWords[language].title],
    [REPORTS, reportWords[language].title],
  ] as const;
  return (
    <div className="pane-acts">
      {kinds.map(([id, title]) => (
        <Button key={id} size="small" onClick={() => document.getElementById(id)?.scrollIntoView()}>
          {`${title} ↓`}
        </Button>
      ))}
    </div>
  );
}

/** Members' records and annual reports; whoever only keeps accounts keeps neither. */
function OtherOpeners({
  client,
  language,
  me,
  onOpen,
}: OpenPlaceProps & { readonly onOpen: (subject: string) => void }) {
  if (me.kind === "duty") return null;
  return (
    <>
      <div id={ROSTERS}>
        <RosterOpener client={client} language={language} onOpen={onOpen} />
      </div>
      <div id={REPORTS}>
        <ReportOpener client={client} language={language} ownUnit={me.unit?.id ?? null} onOpen={onOpen} />
      </div>
    </>
  );
}
