import { Field, Input, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { Day } from "#core/kernel/instant.ts";
import type { Result } from "#core/kernel/result.ts";
import type { FoundPerson } from "#core/protocol/records/records.ts";
import type { BulkAnswer, LoseContact, TransferChoices, TransferPerson } from "#core/protocol/records/transfers.ts";
import type { Language } from "#core/wording/language.ts";
import { PermittedButton } from "#addin/components/admin/permitted-button.tsx";
import { RefusalBar } from "#addin/components/admin/refusal-bar.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { personIdOf } from "#addin/components/people/person-asked.ts";
import { PersonPicker, type SearchPeople } from "#addin/components/people/person-picker.tsx";
import { codeLabel } from "#addin/wording/code-label.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { transferFormsWords } from "#addin/wording/procedures/transfer-forms-words.ts";
import { BranchSelect, type BranchChoice } from "./branch-select.tsx";
import { DatedReasonFields, isDated, type DatedReason } from "./dated-reason.tsx";
import { PeopleTicks } from "./people-ticks.tsx";

export interface MarkLostProps {
  readonly language: Language;
  readonly today: string;
  readonly people: readonly TransferPerson[];
  readonly branches: readonly BranchChoice[];
  readonly choices: TransferChoices;
  readonly search: SearchPeople;
  readonly lose: (asked: LoseContact) => Promise<Result<BulkAnswer<unknown>, ShownRefusal>>;
  readonly onDone: (done: { readonly answer: BulkAnswer<unknown>; readonly names: readonly string[] }) => void;
}

interface LostDraft extends DatedReason {
  readonly since: string;
  readonly why: string;
  readonly keeper: FoundPerson | null;
  readonly branchId: string;
}

/** Members who cannot be reached, into a branch for lost members with a named keeper (M15). */
export function MarkLost({ language, people, branches, today, choices, search, lose, onDone }: MarkLostProps) {
  const all = transferFormsWords[language];
  const words = all.lost;
  const reachable = people.filter(({ lost, stage }) => lost === null && (stage === "full" || stage === "probationary"));
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [draft, setDraft] = useState<LostDraft>({
    ...{ on: today, reason: "", since: "", why: "", keeper: null, branchId: "" },
  });
  const request = useRequest();
  const chosen = reachable.filter(({ personId }) => ticked.has(personId));
  const asked = askedOf(draft, chosen);
  const act = () => {
    if (!asked) return;
    void request.run(
      () => lose(asked),
      (answer) => {
        setTicked(new Set());
        onDone({ answer, names: chosen.map(({ name }) => name) });
      },
    );
  };
  return (
    <section className="transfer-part" aria-label={words.mark}>
      <h2>{words.mark}</h2>
      <MarkFields {...{ language, branches, choices, search, draft }} onDraft={setDraft} />
      <div className="procedure-bar">
        <PermittedButton
          appearance="primary"
          label={words.act(chosen.length)}
          allowed={asked !== undefined && !request.busy}
          whyNot={chosen.length === 0 ? all.people.tickFirst : all.incomplete}
          onClick={act}
        />
      </div>
      <RefusalBar around={{ language }} refusal={request.refusal} />
      <PeopleTicks language={language} caption={words.mark} people={reachable} ticked={ticked} onTick={setTicked} />
    </section>
  );
}

/** @returns undefined while something is missing. */
function askedOf(draft: LostDraft, chosen: readonly TransferPerson[]): LoseContact | undefined {
  const { since, why, keeper, branchId, on, reason } = draft;
  if (!keeper || chosen.length === 0 || !isDated(draft)) return undefined;
  if (since === "" || why === "" || branchId === "") return undefined;
  const people = chosen.map(({ personId }) => personId);
  return { people, since: since as Day, why, keeperId: personIdOf(keeper), branchId, on: on as Day, reason };
}

interface MarkFieldsProps extends Pick<MarkLostProps, "language" | "branches" | "choices" | "search"> {
  readonly draft: LostDraft;
  readonly onDraft: (draft: LostDraft) => void;
}

function MarkFields({ language, branches, choices, search, draft, onDraft }: MarkFieldsProps) {
  const all = transferFormsWords[language];
  const words = all.lost;
  const set = (part: Partial<LostDraft>) => onDraft({ ...draft, ...part });
  return (
    <div className="procedure-fields">
      <Field label={words.since} required>
        <Input type="date" value={draft.since} onChange={(_, { value }) => set({ since: value })} />
      </Field>
      <Field label={words.why} required>
        <Select value={draft.why} onChange={(_, { value }) => set({ why: value })}>
          <option value="">{all.chooseBranch}</option>
          {choices.lostReasons.map(({ code }) => (
            <option key={code} value={code}>
              {codeLabel(language, choices.lostReasons, code)}
            </option>
          ))}
        </Select>
      </Field>
      <PersonPicker
        {...{ language, search, person: draft.keeper, required: true }}
        label={words.keeper}
        onPerson={(keeper) => set({ keeper })}
      />
      <BranchSelect
        {...{ language, branches, branch: draft.branchId }}
        label={words.branch}
        onBranch={(branchId) => set({ branchId })}
      />
      <DatedReasonFields language={language} value={draft} onValue={({ on, reason }) => set({ on, reason })} />
    </div>
  );
}
