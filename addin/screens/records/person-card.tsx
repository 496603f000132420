import { Button } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { Result } from "#core/kernel/result.ts";
import type { FieldDefinition, FieldGroup } from "#core/people/field/field.ts";
import type { FindingView, PersonCard as Card, RecordHistoryEntry } from "#core/protocol/records/records.ts";
import { rosterColumns } from "#core/sheet/roster/roster-columns.ts";
import type { Language } from "#core/wording/language.ts";
import type { Loadable } from "#addin/components/admin/loadable.ts";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { ReasonDialog } from "#addin/components/admin/reason-dialog.tsx";
import { sayInstant } from "#addin/wording/accounts/admin-times.ts";
import { recordPagesWords } from "#addin/wording/records/record-pages-words.ts";
import { rosterWords } from "#addin/wording/records/roster-words.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { CorrectDialog } from "./correct-dialog.tsx";
import { ExplainDialog, type ExplainDialogProps } from "./explain-dialog.tsx";
import "./person-card.css";

export interface PersonCardProps {
  readonly language: Language;
  readonly card: Card;
  readonly history: Loadable<readonly RecordHistoryEntry[]>;
  readonly onHistory: () => void;
  /** @returns the whole number; asked for with a reason that is logged (A12). */
  readonly reveal: (field: string, reason: string) => Promise<Result<string, ShownRefusal>>;
  /** Puts another number in its place. */
  readonly correct: (field: string, value: string, reason: string) => Promise<Result<unknown, ShownRefusal>>;
  readonly onCorrected: () => void;
  /** Of a finding that asks for it (M21). */
  readonly explain: ExplainDialogProps["explain"];
}

interface Shown {
  readonly field: FieldDefinition;
  readonly label: string;
  readonly text: string;
}

/** Everything about one person: fields by group, where he was, what was found, how it came about. */
export function PersonCard(props: PersonCardProps) {
  const { language, card } = props;
  const words = recordPagesWords[language];
  const [revealing, setRevealing] = useState<FieldDefinition | null>(null);
  const [correcting, setCorrecting] = useState<Shown | null>(null);
  const [revealed, setRevealed] = useState<Readonly<Record<string, string>>>({});
  return (
    <article className="person-card" aria-label={card.name}>
      <header>
        <h2>{card.name}</h2>
        <p>
          {card.stage && words.stages[card.stage]} {!card.mayWork && words.card.readOnly}
        </p>
      </header>
      <Findings {...props} />
      <Fields {...props} revealed={revealed} onReveal={setRevealing} onCorrect={setCorrecting} />
      <Belongings {...props} />
      <Entries {...props} />
      <History {...props} />
      {revealing && (
        <ReasonDialog
          around={{ language }}
          title={words.card.revealTitle}
          text={words.card.revealAbout}
          confirm={words.card.reveal}
          least={2}
          ask={(reason) => props.reveal(revealing.key, reason)}
          onDone={(value) => {
            setRevealed({ ...revealed, [revealing.key]: value });
            setRevealing(null);
          }}
          onClose={() => setRevealing(null)}
        />
      )}
      {correcting && (
        <CorrectDialog
          language={language}
          label={correcting.label}
          correct={(value, reason) => props.correct(correcting.field.key, value, reason)}
          onDone={() => {
            setRevealed({});
            setCorrecting(null);
            props.onCorrected();
          }}
          onClose={() => setCorrecting(null)}
        />
      )}
    </article>
  );
}

function Findings({ language, card, explain, onCorrected }: PersonCardProps) {
  const words = recordPagesWords[language];
  const [explaining, setExplaining] = useState<FindingView | null>(null);
  if (card.findings.length === 0) return null;
  const { labels } = rosterWords(language);
  return (
    <Part title={words.card.findings}>
      <ul>
        {card.findings.map((finding) => (
          <li key={`${finding.check} ${finding.field}`} data-severity={finding.severity}>
            <strong>{words.findings.severities[finding.severity]}</strong> {finding.text[labels]}
            {finding.explanation !== undefined && `（${words.findings.explanation}：${finding.explanation}）`}{" "}
            {finding.severity === "explain" && card.mayWork && (
              <Button
                size="small"
                onClick={() => setExplaining(finding)}
                aria-label={`${words.findings.explain}：${finding.text[labels]}`}
              >
                {words.findings.explain}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {explaining && (
        <ExplainDialog
          {...{ language, explain }}
          finding={explaining}
          onExplained={onCorrected}
          onClose={() => setExplaining(null)}
        />
      )}
    </Part>
  );
}

interface FieldsProps extends PersonCardProps {
  readonly revealed: Readonly<Record<string, string>>;
  readonly onReveal: (field: FieldDefinition) => void;
  readonly onCorrect: (shown: Shown) => void;
}

function Fields({ language, card, revealed, onReveal, onCorrect }: FieldsProps) {
  const words = recordPagesWords[language].card;
  const groups = new Map<FieldGroup, Shown[]>();
  for (const shown of shownFields(card, language)) {
    const { group } = shown.field;
    groups.set(group, [...(groups.get(group) ?? []), shown]);
  }
  return [...groups].map(([group, fields]) => (
    <Part key={group} title={words.groups[group]}>
      <dl>
        {fields.map(({ field, label, text }) => (
          <Fact key={field.key} label={label}>
            {revealed[field.key] ?? text}
            {field.sensitive === true && revealed[field.key] === undefined && (
              <Button
                size="small"
                appearance="subtle"
                onClick={() => onReveal(field)}
                aria-label={`${words.reveal}：${label}`}
              >
                {words.reveal}
              </Button>
            )}
            {field.sensitive === true && card.mayWork && (
              <Button
                size="small"
                appearance="subtle"
                onClick={() => onCorrect({ field, label, text })}
                aria-label={`${words.correct}：${label}`}
              >
                {words.correct}
              </Button>
            )}
          </Fact>
        ))}
      </dl>
    </Part>
  ));
}

/** Filled ones, and those that are required and empty. */
function shownFields({ row, ...card }: Card, language: Language): readonly Shown[] {
  const words = rosterWords(language);
  const empty = recordPagesWords[language].card.empty;
  const missing = new Set(row.missing);
  return rosterColumns(card, words).flatMap(({ field, label, show }): readonly Shown[] => {
    const text = row.facts[field.key] ?? "";
    if (text === "" && !missing.has(field.key)) return [];
    return [{ field, label, text: text === "" ? `* ${empty}` : String(show(text) ?? "") }];
  });
}

function Belongings({ language, card }: PersonCardProps) {
  const words = recordPagesWords[language].card;
  if (card.belongings.length === 0) return null;
  return (
    <Part title={words.belongings}>
      <ul>
        {card.belongings.map(({ unitName, kind, from, until }) => (
          <li key={`${unitName} ${kind} ${from}`}>
            {`${unitName}（${words[kind]}）　${from} – ${until ?? words.untilNow}`}
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** What happened more than once; the entries of a list are told by the labels of the fields they come from. */
function Entries({ language, card }: PersonCardProps) {
  const words = recordPagesWords[language].card;
  const columns = rosterColumns(card, rosterWords(language));
  const say = (list: string, key: string, value: string): string => {
    const column = columns.find(({ field }) => field.list === list && (field.entry ?? field.key) === key);
    return String(column?.show(value) ?? value);
  };
  return Object.entries(words.lists).map(([list, title]) => {
    const entries = card.lists[list as keyof typeof words.lists] ?? [];
    if (entries.length === 0) return null;
    return (
      <Part key={list} title={`${title}（${words.histories}）`}>
        <ul>
          {entries.map((entry) => (
            <li key={JSON.stringify(entry)}>
              {Object.entries(entry)
                .map(([key, value]) => say(list, key, value))
                .join("　")}
            </li>
          ))}
        </ul>
      </Part>
    );
  });
}

function History({ language, card, history, onHistory }: PersonCardProps) {
  const words = recordPagesWords[language].card;
  const { labels } = rosterWords(language);
  const labelOf = (key: string) => card.fields.find((field) => field.key === key)?.label[labels] ?? key;
  return (
    <Part title={words.history}>
      <LoadArea around={{ language }} data={history} onRetry={onHistory}>
        {(entries) =>
          entries.length === 0 ? (
            <p>{words.noHistory}</p>
          ) : (
            <ol>
              {entries.map(({ field, value, at, who, reason, revision }) => (
                <li key={`${field} ${revision} ${at}`}>
                  {`${sayInstant(at)}　${who}　${labelOf(field)}：${value ?? words.empty}${reason === "" ? "" : `（${reason}）`}`}
                </li>
              ))}
            </ol>
          )
        }
      </LoadArea>
    </Part>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
