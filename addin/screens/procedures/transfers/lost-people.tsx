import { useState } from "react";
import type { Day } from "#core/kernel/instant.ts";
import type { Result } from "#core/kernel/result.ts";
import type { BulkAnswer, FindAgain, TransferChoices, TransferPerson } from "#core/protocol/records/transfers.ts";
import type { Language } from "#core/wording/language.ts";
import { PermittedButton } from "#addin/components/admin/permitted-button.tsx";
import { RefusalBar } from "#addin/components/admin/refusal-bar.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { TickedTable } from "#addin/components/procedures/ticked-table.tsx";
import { codeLabel } from "#addin/wording/code-label.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { transferFormsWords } from "#addin/wording/procedures/transfer-forms-words.ts";
import { BranchSelect, type BranchChoice } from "./branch-select.tsx";
import { DatedReasonFields, isDated, type DatedReason } from "./dated-reason.tsx";

export interface LostPeopleProps {
  readonly language: Language;
  readonly today: string;
  readonly people: readonly TransferPerson[];
  readonly branches: readonly BranchChoice[];
  readonly choices: TransferChoices;
  readonly findAgain: (asked: FindAgain) => Promise<Result<BulkAnswer<unknown>, ShownRefusal>>;
  readonly onDone: (done: { readonly answer: BulkAnswer<unknown>; readonly names: readonly string[] }) => void;
}

/** Who is lost now; found again, they go back into a branch. */
export function LostPeople({ language, people, branches, today, choices, findAgain, onDone }: LostPeopleProps) {
  const all = transferFormsWords[language];
  const words = all.lost;
  const lost = people.filter((person) => person.lost !== null);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [branchId, setBranch] = useState("");
  const [dated, setDated] = useState<DatedReason>({ on: today, reason: "" });
  const request = useRequest();
  const chosen = lost.filter(({ personId }) => ticked.has(personId));
  const act = () => {
    const asked = {
      people: chosen.map(({ personId }) => personId),
      branchId,
      on: dated.on as Day,
      reason: dated.reason,
    };
    void request.run(
      () => findAgain(asked),
      (answer) => {
        setTicked(new Set());
        onDone({ answer, names: chosen.map(({ name }) => name) });
      },
    );
  };
  return (
    <section className="transfer-part" aria-label={words.listed}>
      <h2>{words.listed}</h2>
      <LostTable {...{ language, lost, choices, ticked }} onTick={setTicked} />
      {chosen.length > 0 && (
        <div className="procedure-fields">
          <BranchSelect
            language={language}
            label={words.back}
            branches={branches}
            branch={branchId}
            onBranch={setBranch}
          />
          <DatedReasonFields language={language} value={dated} onValue={setDated} />
        </div>
      )}
      <div className="procedure-bar">
        <PermittedButton
          label={words.backAct(chosen.length)}
          allowed={chosen.length > 0 && branchId !== "" && isDated(dated) && !request.busy}
          whyNot={chosen.length === 0 ? all.people.tickFirst : all.incomplete}
          onClick={act}
        />
      </div>
      <RefusalBar around={{ language }} refusal={request.refusal} />
    </section>
  );
}

interface LostTableProps extends Pick<LostPeopleProps, "language" | "choices"> {
  readonly lost: readonly TransferPerson[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
}

function LostTable({ language, lost, choices, ticked, onTick }: LostTableProps) {
  const { people, lost: words } = transferFormsWords[language];
  return (
    <TickedTable<TransferPerson>
      caption={words.listed}
      all={people.all}
      rows={lost}
      keyOf={({ personId }) => personId}
      nameOf={({ name }) => name}
      ticked={ticked}
      onTick={onTick}
      empty={words.none}
      columns={[
        { key: "name", title: people.columns.name, width: "110px", cell: ({ name }) => name },
        { key: "unit", title: people.columns.unit, cell: ({ unitName }) => unitName },
        { key: "since", title: words.columns.since, width: "120px", cell: (person) => person.lost?.since ?? "" },
        {
          key: "why",
          title: words.columns.why,
          width: "200px",
          cell: (person) => codeLabel(language, choices.lostReasons, person.lost?.why ?? ""),
        },
        { key: "keeper", title: words.columns.keeper, width: "120px", cell: (person) => person.lost?.keeper ?? "" },
      ]}
    />
  );
}
