import { useState } from "react";
import type { Result } from "#core/kernel/result.ts";
import type { DuesRow, PayAnswer, PayDues } from "#core/protocol/records/procedures.ts";
import type { Language } from "#core/wording/language.ts";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { ActBar, whyNotAct } from "#addin/components/procedures/act-bar.tsx";
import { duesWords } from "#addin/wording/procedures/dues-words.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { missingDuesFields, paymentOf, totalOf, type DuesDraft } from "./dues-draft.ts";
import { DuesFields } from "./dues-fields.tsx";
import { DuesTable } from "./dues-table.tsx";
import "../procedures.css";
import "./dues.css";

export interface DuesScreenProps {
  readonly language: Language;
  readonly rows: readonly DuesRow[];
  readonly today: string;
  readonly pay: (asked: PayDues) => Promise<Result<PayAnswer, ShownRefusal>>;
  readonly onPaid: () => void;
}

interface Paid {
  readonly asked: PayDues;
  readonly answer: PayAnswer;
  readonly names: readonly string[];
}

/** Dues of a unit, entered in a batch from month to month (M20). */
export function DuesScreen({ language, rows, today, pay, onPaid }: DuesScreenProps) {
  const words = duesWords[language];
  const [draft, setDraft] = useState<DuesDraft>(() => usualDraft(today));
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [paid, setPaid] = useState<Paid | null>(null);
  const request = useRequest();
  const chosen = rows.filter(({ personId }) => ticked.has(personId));
  const missing = missingDuesFields(draft, language);
  const long = rows.filter(({ longUnpaid }) => longUnpaid).length;
  const act = () => {
    const asked = paymentOf(
      draft,
      chosen.map(({ personId }) => personId),
    );
    void request.run(
      () => pay(asked),
      (answer) => {
        setPaid({ asked, answer, names: chosen.map(({ name }) => name) });
        setTicked(new Set(answer.refused.flatMap(({ row }) => chosen[row]?.personId ?? [])));
        onPaid();
      },
    );
  };
  return (
    <>
      {long > 0 && (
        <p className="dues-warning" role="note">
          {words.longUnpaid(long)}
        </p>
      )}
      <DuesFields language={language} draft={draft} onDraft={setDraft} />
      <ActBar
        {...{ language, request }}
        label={words.act(chosen.length)}
        whyNot={whyNotAct(chosen.length, missing, words)}
        onAct={act}
        answer={paid?.answer ?? null}
        done={(count) => (paid ? words.done(count, totalOf(paid.answer, paid.asked)) : "")}
        names={paid?.names ?? []}
      />
      <DuesTable language={language} rows={rows} ticked={ticked} onTick={setTicked} />
    </>
  );
}

/** This month, paid today. */
function usualDraft(today: string): DuesDraft {
  const month = today.slice(0, 7);
  return { from: month, to: month, paidOn: today, kind: "monthly", amount: "", approval: "" };
}
