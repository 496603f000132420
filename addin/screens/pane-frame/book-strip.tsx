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
  /** Year, unit, state. */
  readonly about: readonly string[];
  readonly unsent: number;
  /** In the outbox. */
  readonly waiting: number;
  /** The list of changes is shown already, with its own button to send. */
  readonly showsChanges: boolean;
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
  const { name, drawing, sending } = props;
  if (name === null && drawing === null) return null;
  return (
    <section className="pane-book" aria-label={paneWords(props.language).shell.opened}>
      {name !== null && (
        <p className="pane-book-name" title={name}>
          {name}
          <small>
            {props.about.map((part) => (
              <span key={part}>{part}</span>
            ))}
          </small>
        </p>
      )}
      <Progress
        under={drawing}
        label={drawing?.total === 0 ? () => words.loading : words.drawing}
        cancel={words.cancel}
        onCancel={props.onCancel}
      />
      {drawing === null && (
        <div className="pane-book-acts" aria-busy={sending}>
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
          <Unsent {...props} />
        </div>
      )}
    </section>
  );
}

/** What is not sent yet: a way to its list where there is something to send, else said only. */
function Unsent({ language, unsent, waiting, sending, showsChanges, onSend }: BookStripProps) {
  const words = paneWords(language).book;
  if (unsent > 0 && !showsChanges)
    return (
      <Button
        size="small"
        className="pane-send"
        appearance="primary"
        icon={sending ? <Spinner size="extra-tiny" aria-hidden /> : null}
        disabledFocusable={sending}
        onClick={onSend}
      >
        {words.send(unsent)}
      </Button>
    );
  const said = unsent > 0 ? words.unsent(unsent) : waiting > 0 ? words.waiting(waiting) : words.nothingUnsent;
  return <span className="pane-unsent">{said}</span>;
}
