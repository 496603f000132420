import {
  Badge,
  Button,
  Checkbox,
  Field,
  MessageBar,
  MessageBarBody,
  Spinner,
  Textarea,
} from "@fluentui/react-components";
import { useState } from "react";
import { ProblemList } from "#addin/components/ledgers/problem-list.tsx";
import type { CellValue } from "#core/sheet/cell.ts";
import { sayInstant } from "#addin/wording/accounts/admin-times.ts";
import { labelled, withRemark } from "#addin/wording/labelled.ts";
import { moreChanges } from "#addin/wording/more-changes.ts";
import { sayShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { workbenchWords } from "#addin/wording/workbench-words.ts";
import { isDecided, isSendable, owesReason, type Change } from "./change.ts";
import type { LedgerPanelProps } from "./ledger-screen-props.ts";
import "./ledger.css";

type ChangesNeeds = Pick<LedgerPanelProps, "language" | "changes" | "problems" | "stopped" | "sending" | "refusal"> & {
  /** What a book says that is filled in elsewhere than in yellow cells. */
  readonly none?: string;
  readonly ask: Pick<
    LedgerPanelProps["ask"],
    "send" | "takeBack" | "keepMine" | "restoreFormula" | "setReason" | "goTo"
  >;
};

/** A pasted column of a roster is thousands of changes: the first ones stand in the list, all of them are sent. */
const MOST_SHOWN = 200;

/** Old -> new, why it cannot be sent, reasons where one is owed; then what became of each (W3). */
export function ChangesPanel({ screen }: { readonly screen: ChangesNeeds }) {
  const words = workbenchWords(screen.language).changes;
  const { changes, problems } = screen;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const choose = (keys: readonly string[], wanted: boolean) => {
    const next = new Set(left);
    for (const key of keys) {
      if (wanted) next.delete(key);
      else next.add(key);
    }
    setLeft(next);
  };
  if (changes.length === 0 && problems.length === 0) return <p className="ledger-hint">{screen.none ?? words.none}</p>;
  // What is on its way already cannot be chosen.
  const decided = changes.filter((change) => isDecided(change) && change.waiting !== true);
  return (
    <div className="ledger-changes">
      <Warnings screen={screen} />
      {changes.length > 0 && (
        <Checkbox
          label={withRemark(screen.language, words.all, words.title(changes.length))}
          checked={decided.length > 0 && decided.every(({ key }) => !left.has(key))}
          disabled={decided.length === 0}
          onChange={(_, data) =>
            choose(
              decided.map(({ key }) => key),
              data.checked === true,
            )
          }
        />
      )}
      <ol>
        {shownFirst(changes).map((change) => (
          <ChangeRow
            key={change.key}
            screen={screen}
            change={change}
            chosen={!left.has(change.key)}
            onChosen={(wanted) => choose([change.key], wanted)}
          />
        ))}
      </ol>
      {changes.length > MOST_SHOWN && (
        <p className="ledger-hint">{moreChanges[screen.language](changes.length - MOST_SHOWN)}</p>
      )}
      {problems.length > 0 && (
        <section aria-label={words.problems}>
          <h4>{words.problems}</h4>
          <ProblemList {...screen} onGo={screen.ask.goTo} onRestore={screen.ask.restoreFormula} />
        </section>
      )}
      <SendButton screen={screen} left={left} />
    </div>
  );
}

/** What was not accepted comes first: it waits for the officer. */
function shownFirst(changes: readonly Change[]): readonly Change[] {
  if (changes.length <= MOST_SHOWN) return changes;
  const open = changes.filter(({ outcome }) => outcome !== undefined);
  return [...open, ...changes.filter(({ outcome }) => outcome === undefined)].slice(0, MOST_SHOWN);
}

function Warnings({ screen }: { readonly screen: ChangesNeeds }) {
  const words = workbenchWords(screen.language).changes;
  const answers = screen.changes.some(({ needsReason, field }) => needsReason && field === "score");
  return (
    <>
      {screen.stopped && <Bar intent="error" text={words.stopped} />}
      {screen.refusal && <Bar intent="error" text={sayShownRefusal(screen.language, screen.refusal)} />}
      {answers && <Bar intent="warning" text={words.warning} />}
    </>
  );
}

function SendButton({ screen, left }: { readonly screen: ChangesNeeds; readonly left: ReadonlySet<string> }) {
  const words = workbenchWords(screen.language).changes;
  const { changes, sending, stopped } = screen;
  if (changes.length === 0) return null;
  const ticked = changes.filter(({ key }) => !left.has(key));
  const chosen = ticked.filter(isSendable);
  const owing = ticked.filter(owesReason).length;
  return (
    <>
      {owing > 0 && <p className="ledger-hint">{words.owing(owing)}</p>}
      <Button
        className="ledger-send"
        appearance="primary"
        disabledFocusable={sending || stopped || chosen.length === 0}
        icon={sending ? <Spinner size="tiny" aria-hidden /> : null}
        onClick={() => void screen.ask.send(new Set(chosen.map(({ key }) => key)))}
      >
        {sending ? words.sending : words.send(chosen.length)}
      </Button>
    </>
  );
}

interface ChangeRowProps {
  readonly screen: ChangesNeeds;
  readonly change: Change;
  readonly chosen: boolean;
  readonly onChosen: (wanted: boolean) => void;
}

function ChangeRow({ screen, change, chosen, onChosen }: ChangeRowProps) {
  const words = workbenchWords(screen.language).changes;
  const name = `${change.rowName} ${change.columnName}`.trim();
  return (
    <li className="ledger-change" data-outcome={change.outcome?.result ?? "none"}>
      {change.waiting === true ? (
        <p className="ledger-waits">
          {name} <Badge appearance="outline">{words.waiting}</Badge>
        </p>
      ) : (
        <Checkbox
          label={name}
          checked={chosen && isDecided(change)}
          disabled={!isDecided(change)}
          onChange={(_, data) => onChosen(data.checked === true)}
        />
      )}
      <p className="ledger-old-new">
        <del>{shown(change.base, words.empty)}</del>
        <span aria-hidden="true"> → </span>
        <ins>{shown(change.value, words.empty)}</ins>
      </p>
      <ChangeOutcome screen={screen} change={change} />
      {change.needsReason && (
        <Field label={words.reason} hint={change.reason === "" ? words.reasonHint : null} size="small">
          <Textarea
            value={change.reason}
            rows={2}
            maxLength={500}
            size="small"
            onChange={(_, data) => screen.ask.setReason(change.key, data.value)}
          />
        </Field>
      )}
      <div className="ledger-actions">
        <Button
          size="small"
          appearance="subtle"
          onClick={() => screen.ask.goTo(change.place)}
          aria-label={`${words.go}: ${name}`}
        >
          {words.go}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          onClick={() => screen.ask.takeBack(change.key)}
          aria-label={`${words.takeBack}: ${name}`}
        >
          {words.takeBack}
        </Button>
      </div>
    </li>
  );
}

function ChangeOutcome({ screen, change }: Pick<ChangeRowProps, "screen" | "change">) {
  const words = workbenchWords(screen.language).changes;
  const { outcome } = change;
  if (outcome?.result === "refused") {
    return (
      <Bar
        intent="error"
        text={labelled(screen.language, words.refused, sayShownRefusal(screen.language, outcome.refusal))}
      />
    );
  }
  if (outcome?.result !== "conflict") return null;
  const at = outcome.at === "" ? "" : sayInstant(outcome.at);
  return (
    <div className="ledger-conflict" role="alert">
      <p>{words.conflict(outcome.who, at, outcome.theirs ?? words.empty)}</p>
      <Button size="small" onClick={() => screen.ask.keepMine(change.key)}>
        {words.mine}
      </Button>
      <Button size="small" onClick={() => screen.ask.takeBack(change.key)}>
        {words.theirs}
      </Button>
    </div>
  );
}

function Bar({ intent, text }: { readonly intent: "error" | "warning"; readonly text: string }) {
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  );
}

function shown(value: CellValue, empty: string): string {
  return value === null || value === "" ? empty : String(value);
}
