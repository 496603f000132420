import { useState } from "react";
import type { Result } from "#core/kernel/result.ts";
import type {
  BulkAnswer,
  FindAgain,
  LoseContact,
  TransferChoices,
  TransferPerson,
} from "#core/protocol/records/transfers.ts";
import type { Language } from "#core/wording/language.ts";
import type { SearchPeople } from "#addin/components/people/person-picker.tsx";
import { ActResult } from "#addin/components/procedures/act-result.tsx";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { transferFormsWords } from "#addin/wording/procedures/transfer-forms-words.ts";
import type { BranchChoice } from "./branch-select.tsx";
import { LostPeople } from "./lost-people.tsx";
import { MarkLost } from "./mark-lost.tsx";
import "../procedures.css";
import "./transfers.css";

export interface LostScreenProps {
  readonly language: Language;
  readonly today: string;
  readonly people: readonly TransferPerson[];
  readonly branches: readonly BranchChoice[];
  readonly choices: TransferChoices;
  readonly search: SearchPeople;
  readonly lose: (asked: LoseContact) => Promise<Result<BulkAnswer<unknown>, ShownRefusal>>;
  readonly findAgain: (asked: FindAgain) => Promise<Result<BulkAnswer<unknown>, ShownRefusal>>;
  readonly onChanged: () => void;
}

/** What became of an act, and whom it was for, in the order asked. */
interface Done {
  readonly answer: BulkAnswer<unknown>;
  readonly names: readonly string[];
}

/** Who cannot be reached: marked, kept in mind by somebody, found again (M15). */
export function LostScreen(props: LostScreenProps) {
  const { language } = props;
  const words = transferFormsWords[language];
  const [done, setDone] = useState<Done | null>(null);
  const acted = (answered: Done) => {
    setDone(answered);
    props.onChanged();
  };
  return (
    <>
      <p>{words.lost.about}</p>
      <ActResult
        language={language}
        answer={done?.answer ?? null}
        done={words.done}
        nameOf={(row) => done?.names[row] ?? ""}
      />
      <LostPeople {...props} onDone={acted} />
      <MarkLost {...props} onDone={acted} />
    </>
  );
}
