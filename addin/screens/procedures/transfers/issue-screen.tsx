import { Button, Checkbox, Field, Input, Radio, RadioGroup } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { Day } from "#core/kernel/instant.ts";
import type { Result } from "#core/kernel/result.ts";
import type {
  IssueTransfers,
  TransferPerson,
  TransfersAnswer,
  TransferUnit,
} from "#core/protocol/records/transfers.ts";
import type { Language } from "#core/wording/language.ts";
import { PermittedButton } from "#addin/components/admin/permitted-button.tsx";
import { ActResult } from "#addin/components/procedures/act-result.tsx";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { adminWords } from "#addin/wording/accounts/admin-words.ts";
import { transferFormsWords } from "#addin/wording/procedures/transfer-forms-words.ts";
import { ConfirmDestinations, type FindDestination } from "./confirm-destinations.tsx";
import { DatedReasonFields, isDated, type DatedReason } from "./dated-reason.tsx";
import { DestinationFields } from "./destination-fields.tsx";
import { destinationOf, NO_DESTINATION, type DestinationDraft } from "./destination.ts";
import { filledAll, goings, lettersOf, rowOf, type IssueRow, type IssueRows } from "./issue-rows.ts";
import { IssueTable } from "./issue-table.tsx";
import { PeopleTicks, remarkOf } from "./people-ticks.tsx";
import "../procedures.css";
import "./transfers.css";

export interface IssueScreenProps {
  readonly language: Language;
  readonly unit: { readonly id: string; readonly name: string };
  readonly today: string;
  readonly people: readonly TransferPerson[];
  readonly find: FindDestination;
  readonly issue: (asked: IssueTransfers) => Promise<Result<TransfersAnswer, ShownRefusal>>;
  readonly wholeUnit: (asked: TransferUnit) => Promise<Result<TransfersAnswer, ShownRefusal>>;
  readonly onIssued: () => void;
}

interface Done {
  readonly answer: TransfersAnswer;
  readonly names: readonly string[];
}

/** Letters for ticked people, each with a destination, or for a whole unit (M12 to M13). */
export function IssueScreen(props: IssueScreenProps) {
  const { language } = props;
  const words = transferFormsWords[language];
  const [isWhole, setWhole] = useState(false);
  const [dated, setDated] = useState<DatedReason>({ on: props.today, reason: "" });
  const [shared, setShared] = useState<DestinationDraft>(NO_DESTINATION);
  const [done, setDone] = useState<Done | null>(null);
  const fields = (
    <div className="procedure-fields">
      <DatedReasonFields language={language} value={dated} onValue={setDated} />
      <DestinationFields language={language} to={shared} onTo={setShared} required={isWhole} />
    </div>
  );
  const common = { ...props, dated, shared, fields, onDone: setDone };
  return (
    <>
      <p>{words.issue.about}</p>
      <Field label={words.issue.who}>
        <RadioGroup
          layout="horizontal"
          value={isWhole ? "whole" : "chosen"}
          onChange={(_, { value }) => setWhole(value === "whole")}
        >
          <Radio value="chosen" label={words.issue.chosen} />
          <Radio value="whole" label={words.issue.wholeUnit} />
        </RadioGroup>
      </Field>
      {isWhole ? <WholeUnit {...common} /> : <Chosen {...common} />}
      <ActResult
        language={language}
        answer={done?.answer ?? null}
        done={words.issue.done}
        nameOf={(row) => done?.names[row] ?? ""}
      />
    </>
  );
}

interface PartProps extends IssueScreenProps {
  readonly dated: DatedReason;
  readonly shared: DestinationDraft;
  /** Day, reason and the destination for all of them. */
  readonly fields: ReactNode;
  readonly onDone: (done: Done) => void;
}

function Chosen(props: PartProps) {
  const { language, people, dated, shared } = props;
  const words = transferFormsWords[language];
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [typed, setTyped] = useState<IssueRows>(new Map());
  const [confirming, setConfirming] = useState<IssueTransfers | null>(null);
  const chosen = people.filter(({ personId }) => ticked.has(personId));
  const rows = chosen.map((person) => rowOf(typed, person));
  const type = (after: readonly IssueRow[]) =>
    setTyped(new Map([...typed, ...after.map((row) => [row.personId, row] as const)]));
  const letters = lettersOf(rows, dated);
  const issued = (answer: TransfersAnswer) => {
    setConfirming(null);
    props.onDone({ answer, names: chosen.map(({ name }) => name) });
    const refused = new Set(answer.refused.map(({ row }) => rows[row]?.personId));
    setTicked(new Set([...ticked].filter((id) => refused.has(id))));
    props.onIssued();
  };
  return (
    <>
      <PeopleTicks
        language={language}
        caption={words.issue.chosen}
        people={people}
        ticked={ticked}
        onTick={setTicked}
      />
      {props.fields}
      <div className="procedure-bar">
        <FillAll language={language} rows={rows} to={shared} onRows={type} />
        <PermittedButton
          appearance="primary"
          label={words.issue.act(rows.length)}
          allowed={letters !== undefined}
          whyNot={rows.length === 0 ? words.people.tickFirst : words.incomplete}
          onClick={() => letters && setConfirming(letters)}
        />
      </div>
      {rows.length > 0 && <p className="procedure-hint">{words.issue.sheetHint}</p>}
      {rows.length > 0 && <IssueTable language={language} people={chosen} rows={rows} onRows={type} />}
      {confirming && (
        <ConfirmDestinations
          {...{ language, find: props.find, goings: goings(confirming), wholeUnit: null }}
          issue={() => props.issue(confirming)}
          onDone={issued}
          onClose={() => setConfirming(null)}
        />
      )}
    </>
  );
}

interface FillAllProps {
  readonly language: Language;
  readonly rows: readonly IssueRow[];
  readonly to: DestinationDraft;
  readonly onRows: (rows: readonly IssueRow[]) => void;
}

/** Most of a class often goes to one place: that is filled in first, then what differs. */
function FillAll({ language, rows, to, onRows }: FillAllProps) {
  const words = transferFormsWords[language].issue;
  const [graduate, setGraduate] = useState(false);
  return (
    <>
      <Checkbox
        label={words.graduate}
        checked={graduate}
        onChange={(_, { checked }) => setGraduate(checked === true)}
      />
      <Button onClick={() => onRows(filledAll(rows, { to, graduate }))} disabledFocusable={rows.length === 0}>
        {words.fill}
      </Button>
    </>
  );
}

/** 整建制 (M12b): one who cannot go holds everybody back. */
function WholeUnit(props: PartProps) {
  const { language, unit, dated, people, shared } = props;
  const words = transferFormsWords[language];
  const [duesPaidUntil, setDues] = useState("");
  const [confirming, setConfirming] = useState<TransferUnit | null>(null);
  const to = destinationOf(shared);
  const isReady = to !== undefined && isDated(dated) && people.length > 0;
  const start = () => {
    if (to && isReady)
      setConfirming({ unitId: unit.id, to, on: dated.on as Day, duesPaidUntil, reason: dated.reason.trim() });
  };
  const issued = (answer: TransfersAnswer) => {
    setConfirming(null);
    props.onDone({ answer, names: [] });
    props.onIssued();
  };
  return (
    <>
      {props.fields}
      <Held language={language} people={people} />
      <div className="procedure-bar">
        <Field label={words.dues} hint={words.duesHint}>
          <Input type="month" value={duesPaidUntil} onChange={(_, { value }) => setDues(value)} />
        </Field>
        <PermittedButton
          appearance="primary"
          label={words.issue.wholeAct}
          allowed={isReady}
          whyNot={people.length === 0 ? words.people.none : words.incomplete}
          onClick={start}
        />
        {confirming && (
          <ConfirmDestinations
            {...{ language, find: props.find, wholeUnit: unit.name }}
            goings={[{ to: confirming.to, count: people.length }]}
            issue={() => props.wholeUnit(confirming)}
            onDone={issued}
            onClose={() => setConfirming(null)}
          />
        )}
      </div>
    </>
  );
}

/** More names than this do not help: the list of people shows all of them. */
const MOST_HELD = 20;

/** Who cannot go yet, and why. */
function Held({ language, people }: Pick<IssueScreenProps, "language" | "people">) {
  const held = people.filter(({ underWay, hasMobile }) => underWay || !hasMobile);
  if (held.length === 0) return null;
  const names = held.slice(0, MOST_HELD).map((person) => `${person.name}（${remarkOf(language, person)}）`);
  const all = held.length > MOST_HELD ? [...names, "……"] : names;
  return (
    <p className="procedure-hint">
      {transferFormsWords[language].issue.held(all.join(adminWords[language].listComma))}
    </p>
  );
}
