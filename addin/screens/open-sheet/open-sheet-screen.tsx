import { LedgerFinder, type LedgerFinderProps } from "#addin/components/ledgers/ledger-finder.tsx";
import { labelled } from "#addin/wording/labelled.ts";
import { paneWords } from "#addin/wording/pane/pane-words.ts";

export interface OpenSheetScreenProps extends LedgerFinderProps {
  /** What the workbook holds now. */
  readonly openName: string | null;
}

/** A searchable list of everything that can be opened in this workbook. */
export function OpenSheetScreen(props: OpenSheetScreenProps) {
  const words = paneWords(props.language);
  return (
    <>
      <p className="pane-hint">
        {props.openName === null ? words.shell.nothingOpen : labelled(props.language, words.open.now, props.openName)}
      </p>
      <LedgerFinder {...props} />
      <p className="pane-hint">{words.open.other}</p>
    </>
  );
}
