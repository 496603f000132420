import { useState } from "react";
import type { Result } from "#core/kernel/result.ts";
import type { ConversionDue, ConvertAnswer, ConvertPeople } from "#core/protocol/records/procedures.ts";
import type { Language } from "#core/wording/language.ts";
import { PermittedButton } from "#addin/components/admin/permitted-button.tsx";
import { RefusalBar } from "#addin/components/admin/refusal-bar.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { ActResult } from "#addin/components/procedures/act-result.tsx";
import { TickedTable } from "#addin/components/procedures/ticked-table.tsx";
import { conversionWords } from "#addin/wording/procedures/conversion-words.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { ConversionFields, NO_CONVERSION, type ConversionDraft } from "./conversion-fields.tsx";
import "./procedures.css";

export interface ConversionScreenProps {
  readonly language: Language;
  readonly due: readonly ConversionDue[];
  readonly convert: (asked: ConvertPeople) => Promise<Result<ConvertAnswer, ShownRefusal>>;
  /** Some were converted: the list is another now. */
  readonly onConverted: () => void;
}

/** Who is due, one tick and a date for many, or another result with its note (M10). */
export function ConversionScreen({ language, due, convert, onConverted }: ConversionScreenProps) {
  const words = conversionWords[language];
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [draft, setDraft] = useState<ConversionDraft>(NO_CONVERSION);
  const [names, setNames] = useState<readonly string[]>([]);
  const [answer, setAnswer] = useState<ConvertAnswer | null>(null);
  const request = useRequest();
  const chosen = due.filter(({ personId }) => ticked.has(personId));
  const act = () => {
    setNames(chosen.map(({ name }) => name));
    void request.run(
      () => convert(askedOf(draft, chosen)),
      (answered) => {
        setAnswer(answered);
        setTicked(new Set());
        onConverted();
      },
    );
  };
  return (
    <>
      <p className="procedure-about">{words.about}</p>
      <ConversionFields language={language} draft={draft} onDraft={setDraft} />
      <div className="procedure-bar">
        <PermittedButton
          appearance="primary"
          allowed={chosen.length > 0 && !request.busy}
          whyNot={words.tickFirst}
          label={words.act(chosen.length)}
          onClick={act}
        />
      </div>
      <RefusalBar around={{ language }} refusal={request.refusal} />
      <ActResult language={language} answer={answer} done={words.done} nameOf={(row) => names[row] ?? ""} />
      <TickedTable<ConversionDue>
        caption={words.about}
        all={words.all}
        rows={due}
        keyOf={({ personId }) => personId}
        nameOf={({ name }) => name}
        ticked={ticked}
        onTick={setTicked}
        empty={words.nobody}
        columns={[
          { key: "name", title: words.columns.name, width: "140px", cell: ({ name }) => name },
          { key: "unit", title: words.columns.unit, cell: ({ unitName }) => unitName },
          { key: "joined", title: words.columns.joined, width: "130px", cell: ({ joinedOn }) => joinedOn },
          {
            key: "due",
            title: words.columns.due,
            width: "180px",
            cell: ({ dueOn, extended }) => (extended ? `${dueOn}　${words.extended}` : dueOn),
          },
        ]}
      />
    </>
  );
}

function askedOf(draft: ConversionDraft, chosen: readonly ConversionDue[]): ConvertPeople {
  const { result, on, months, note, approvedOn } = draft;
  return {
    people: chosen.map(({ personId }) => personId),
    ...{ result, note, approvedOn: approvedOn === "" ? null : (approvedOn as ConversionDue["dueOn"]) },
    ...(on === "" ? {} : { on: on as ConversionDue["dueOn"] }),
    ...(result === "extended" ? { months } : {}),
  };
}
