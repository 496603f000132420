import { Field, Input, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { Result } from "#core/kernel/result.ts";
import type { ActOnTransfers, TransferListed, TransfersAnswer } from "#core/protocol/records/transfers.ts";
import type { Day } from "#core/kernel/instant.ts";
import { cleanUpDay } from "#core/people/procedure/clean-up-day.ts";
import type { Language } from "#core/wording/language.ts";
import { PermittedButton } from "#addin/components/admin/permitted-button.tsx";
import { ActResult } from "#addin/components/procedures/act-result.tsx";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { transfersWords, type LetterAct } from "#addin/wording/procedures/transfers-words.ts";
import type { BranchChoice } from "./branch-select.tsx";
import { LetterActDialog } from "./letter-act-dialog.tsx";
import { actsAmong, canActOnAll } from "./letter-acts.ts";
import { LetterExchange, type LetterExchangeProps } from "./letter-exchange.tsx";
import { LettersTable } from "./letters-table.tsx";
import "../procedures.css";
import "./transfers.css";

export type ShownLetters = "open" | "overdue" | "all";

export interface LettersScreenProps {
  readonly language: Language;
  readonly side: "out" | "in";
  readonly shown: ShownLetters;
  readonly onShown: (shown: ShownLetters) => void;
  readonly letters: readonly TransferListed[];
  readonly branches: readonly BranchChoice[];
  readonly today: string;
  readonly act: (asked: ActOnTransfers) => Promise<Result<TransfersAnswer, ShownRefusal>>;
  /** Some are at another state now. */
  readonly onActed: () => void;
  readonly onLetter: (letter: TransferListed) => void;
  readonly send: LetterExchangeProps["send"];
  readonly receipts: LetterExchangeProps["receipts"];
}

/** Letters of one side, with what the officer may do for one or many at once (M12 to M14). */
export function LettersScreen(props: LettersScreenProps) {
  const { language, letters, side, shown } = props;
  const words = transfersWords[language];
  const [find, setFind] = useState("");
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [acting, setActing] = useState<LetterAct | null>(null);
  const [done, setDone] = useState<{ readonly answer: TransfersAnswer; readonly names: readonly string[] } | null>(
    null,
  );
  const found = letters.filter(({ name }) => name.includes(find.trim()));
  const chosen = letters.filter(({ id }) => ticked.has(id));
  const acted = (answer: TransfersAnswer, names: readonly string[] = chosen.map(({ name }) => name)) => {
    setDone({ answer, names });
    setTicked(new Set());
    setActing(null);
    props.onActed();
  };
  return (
    <>
      <div className="procedure-bar">
        <ShownChoice language={language} shown={shown} onShown={props.onShown} />
        <Field label={words.find}>
          <Input value={find} maxLength={50} autoComplete="off" onChange={(_, { value }) => setFind(value)} />
        </Field>
        <ActButtons language={language} letters={letters} chosen={chosen} onAct={setActing} />
        {side === "out" && (
          <LetterExchange
            {...{ language, chosen, send: props.send, receipts: props.receipts }}
            onReceipts={(answer) => acted(answer, answer.names)}
          />
        )}
      </div>
      {shown === "overdue" && <p className="procedure-hint">{words.overdueAbout(cleanUpDay(props.today as Day))}</p>}
      <ActResult
        language={language}
        answer={done?.answer ?? null}
        done={words.done}
        nameOf={(row) => done?.names[row] ?? ""}
      />
      <LettersTable
        {...{ language, side, ticked, letters: found, phones: shown === "overdue", onLetter: props.onLetter }}
        onTick={setTicked}
        empty={shown === "overdue" ? words.noneOverdue : words.none[side]}
      />
      {acting && (
        <LetterActDialog
          {...{ language, letters: chosen, branches: props.branches, today: props.today, ask: props.act }}
          act={acting}
          onDone={(answer) => acted(answer)}
          onClose={() => setActing(null)}
        />
      )}
    </>
  );
}

function ShownChoice({ language, shown, onShown }: Pick<LettersScreenProps, "language" | "shown" | "onShown">) {
  const words = transfersWords[language];
  return (
    <Field label={words.show}>
      <Select value={shown} onChange={(_, { value }) => onShown(value as ShownLetters)}>
        {(["open", "overdue", "all"] as const).map((key) => (
          <option key={key} value={key}>
            {words.shown[key]}
          </option>
        ))}
      </Select>
    </Field>
  );
}

interface ActButtonsProps extends Pick<LettersScreenProps, "language" | "letters"> {
  readonly chosen: readonly TransferListed[];
  readonly onAct: (act: LetterAct) => void;
}

/** Only what can be done with some of them; greyed out while it cannot be done with all that are ticked. */
function ActButtons({ language, letters, chosen, onAct }: ActButtonsProps) {
  const words = transfersWords[language];
  const acts = actsAmong(letters);
  if (letters.length > 0 && acts.length === 0) return <p className="procedure-hint">{words.nothingToDo}</p>;
  return acts.map((act) => (
    <PermittedButton
      key={act}
      label={words.acts[act]}
      allowed={chosen.length > 0 && canActOnAll(act, chosen)}
      whyNot={chosen.length === 0 ? words.tickFirst : words.notAll(words.acts[act])}
      onClick={() => onAct(act)}
    />
  ));
}
