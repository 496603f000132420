import { ExportScreen } from "#addin/screens/export/export-screen.tsx";
import { saved } from "#addin/session/evidence-functions.ts";
import { paneWords } from "#addin/wording/pane/pane-words.ts";
import type { PlacesProps } from "./places-props.ts";

export function ExportPlace({ client, language, state, work }: PlacesProps) {
  const ledgerId = state.identity?.subject;
  if (ledgerId === undefined) return <p className="pane-hint">{paneWords(language).shell.nothingOpen}</p>;
  const title = state.view?.name.text ?? state.identity?.unit ?? "";
  return (
    <ExportScreen
      language={language}
      unsent={state.changes.length}
      onExport={async (format) => await saved(await client.output(ledgerId, format), `${title}.${format}`, work.save)}
    />
  );
}
