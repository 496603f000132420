import { Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { CellPlace } from "#core/sheet/reading.ts";
import type { TemplateView } from "#core/protocol/templates.ts";
import type { Language } from "#core/wording/language.ts";
import { workbenchPagesWords } from "#addin/wording/workbench-pages-words.ts";
import "./templates.css";

/** One thing wrong with the draft, in words, at its cell. */
export interface ShownProblem {
  readonly text: string;
  readonly place: CellPlace | null;
}

export interface TemplateEditorProps {
  readonly language: Language;
  readonly view: TemplateView;
  readonly busy: boolean;
  readonly problems: readonly ShownProblem[];
  readonly refusal: string | null;
  readonly sheet: ReactNode;
  readonly onSave: () => void;
  readonly onPublish: () => void;
  readonly onBack: () => void;
  readonly onGo: (place: CellPlace) => void;
}

/** A template is edited as a sheet (L1); problems stand beside it and lead to their cells. */
export function TemplateEditor(props: TemplateEditorProps) {
  const words = workbenchPagesWords(props.language).templates;
  const { view, busy, problems } = props;
  return (
    <section className="template-editor" aria-label={view.body.name}>
      <header>
        <Button size="small" onClick={props.onBack}>
          {words.back}
        </Button>
        <strong>{view.body.name}</strong>
        <span>{`${words.version(view.version)}　${words[view.state]}`}</span>
        <span className="template-space" />
        {view.mayEdit && (
          <>
            <Button size="small" disabledFocusable={busy} onClick={props.onSave}>
              {words.save}
            </Button>
            <Button
              size="small"
              appearance="primary"
              disabledFocusable={busy || problems.length > 0}
              onClick={props.onPublish}
            >
              {words.publish}
            </Button>
          </>
        )}
      </header>
      {view.mayEdit && <p>{words.hint}</p>}
      {props.refusal !== null && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{props.refusal}</MessageBarBody>
        </MessageBar>
      )}
      <div className="template-body">
        <div className="template-sheet">{props.sheet}</div>
        {problems.length > 0 && (
          <aside aria-label={words.problems(problems.length)} data-area="panel">
            <h2>{words.problems(problems.length)}</h2>
            <ul>
              {problems.map(({ text, place }) => (
                <li key={text + (place?.address ?? "")}>
                  <button type="button" disabled={place === null} onClick={() => place && props.onGo(place)}>
                    {place && <strong>{`${place.sheet}!${place.address}`}</strong>} {text}
                  </button>
                </li>
              ))}
            </ul>
          </aside>
        )}
      </div>
    </section>
  );
}
