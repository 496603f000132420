import { Button, Spinner } from "@fluentui/react-components";
import { ArrowSyncRegular } from "@fluentui/react-icons/svg/arrow-sync";
import { ArrowUndoRegular } from "@fluentui/react-icons/svg/arrow-undo";
import { paneWords } from "#addin/wording/pane/pane-words.ts";
import type { Language } from "#core/wording/language.ts";
import { Progress } from "./progress.tsx";

export interface BookStripProps {
  readonly language: Language;
  /** Unit, year and name; null: nothing is open. */
  readonly name: string | null;
  readonly about: string;
  readonly unsent: number;
  readonly sending: boolean;
  readonly drawing: { readonly done: number; readonly total: number } | null;
  readonly mayUndo: boolean;
  readonly onRefresh: () => void;
  readonly onUndo: () => void;
  readonly onCancel: () => void;
  readonly onSend: () => void;
}

/** The ledger in this workbook and what is done with it most. */
export function BookStrip(props: BookStripProps) {
  const words = paneWords(props.language).book;
  const { name, unsent, drawing, sending } = props;
  if (name === null && drawing === null) return null;
  return (
    <section className="pane-book" aria-label={paneWords(props.language).shell.opened}>
      {name !== null && (
        <p className="pane-book-name" title={name}>
          {name}
          <small>{props.about}</small>
        </p>
      )}
      {drawing ? (
        <Progress {...drawing} label={words.drawing} cancel={words.cancel} onCancel={props.onCancel} />
      ) : (
        <div className="pane-book-acts">
          <Button size="small" icon={<ArrowSyncRegular />} disabledFocusable={sending} onClick={props.onRefresh}>
            {words.refresh}
          </Button>
          {props.mayUndo && (
            <Button
              size="small"
              appearance="subtle"
              icon={<ArrowUndoRegular />}
              aria-label={words.undo}
              title={words.undo}
              onClick={props.onUndo}
            />
          )}
          <Button
            size="small"
            className="pane-send"
            appearance={unsent > 0 ? "primary" : "secondary"}
            icon={sending ? <Spinner size="extra-tiny" aria-hidden /> : null}
            disabledFocusable={sending || unsent === 0}
            onClick={props.onSend}
          >
            {unsent > 0 ? words.send(unsent) : words.nothingUnsent}
          </Button>
        </div>
      )}
    </section>
  );
}
