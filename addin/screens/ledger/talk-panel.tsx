import { Button, Field, Textarea } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { TalkEntry } from "#core/protocol/ledgers.ts";
import { sayInstant } from "#addin/wording/accounts/admin-times.ts";
import { sayShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { workbenchPagesWords } from "#addin/wording/workbench-pages-words.ts";
import type { LedgerPanelProps } from "./ledger-screen-props.ts";
import "./ledger.css";

/** The thread of an item's two sides and the leader (L8). */
export function TalkPanel({ screen }: { readonly screen: LedgerPanelProps }) {
  const words = workbenchPagesWords(screen.language).talk;
  const key = screen.selected?.item?.key;
  if (key === undefined) return <p className="ledger-hint">{words.choose}</p>;
  return <ItemTalk key={key} screen={screen} item={key} />;
}

function ItemTalk({ screen, item }: { readonly screen: LedgerPanelProps; readonly item: string }) {
  const words = workbenchPagesWords(screen.language).talk;
  const [entries, setEntries] = useState<readonly TalkEntry[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  /** Why this item has no talk just now; that is no mistake of whoever looks. */
  const [closed, setClosed] = useState<string | null>(null);
  const [text, setText] = useState("");
  const load = async () => {
    const answer = await screen.ask.talk(item);
    if (answer.ok) setEntries(answer.value);
    setClosed(answer.ok ? null : sayShownRefusal(screen.language, answer.refusal));
  };
  useEffect(() => void load(), [item]);
  const send = async () => {
    const answer = await screen.ask.say(item, text.trim());
    if (answer.ok) setText("");
    setProblem(answer.ok ? null : sayShownRefusal(screen.language, answer.refusal));
    if (answer.ok) await load();
  };
  return (
    <div className="ledger-talk">
      <h3>{words.of(screen.selected?.rowName ?? "")}</h3>
      {entries?.length === 0 && <p className="ledger-hint">{words.none}</p>}
      <ol>
        {entries?.map((entry) => (
          <li key={entry.at + entry.who}>
            <span>{`${entry.who}　${sayInstant(entry.at)}`}</span>
            <p>{entry.text}</p>
          </li>
        ))}
      </ol>
      {closed === null ? (
        <>
          <Field label={words.text} validationMessage={problem}>
            <Textarea value={text} rows={3} maxLength={1000} onChange={(_, data) => setText(data.value)} />
          </Field>
          <Button appearance="primary" disabledFocusable={text.trim() === ""} onClick={() => void send()}>
            {words.send}
          </Button>
        </>
      ) : (
        <p className="ledger-hint">{closed}</p>
      )}
    </div>
  );
}
