import { Badge, Field, Input } from "@fluentui/react-components";
import type { StagesWords } from "#addin/wording/ledger/stages-words.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Stage } from "#core/ledger/window.ts";
import type { WindowView } from "#core/protocol/ledgers.ts";
import { spanProblem, statusOf, type StageDraft, type StageStatus } from "./stage-draft.ts";

export interface StageCellProps {
  readonly words: StagesWords;
  readonly at: {
    readonly level: string;
    readonly stage: Stage;
    readonly view: WindowView | undefined;
    readonly today: Day;
  };
  readonly days: StageDraft[Stage];
  readonly onDays: (days: StageDraft[Stage]) => void;
}

const COLOURS: Readonly<Record<StageStatus, "success" | "informative" | "subtle" | "danger">> = {
  open: "success",
  ahead: "informative",
  over: "informative",
  "not-set": "subtle",
  closed: "danger",
};

export function StageCell({ words, at, days, onDays }: StageCellProps) {
  const status = statusOf(at.view, at.stage, at.today);
  const problem = spanProblem(days);
  const stage = words.stages[at.stage];
  const labelOf = (which: string) => words.dayOf({ level: at.level, stage, which });
  return (
    <div className="stages-stage" role="group" aria-label={`${at.level} ${stage}`}>
      <h3>
        {stage}
        <Badge appearance="tint" color={COLOURS[status]}>
          {words.status[status]}
        </Badge>
      </h3>
      <Field validationMessage={problem === undefined ? null : words.problems[problem]}>
        {(field) => (
          <div className="stages-days">
            <Input
              {...field}
              type="date"
              aria-label={labelOf(words.from)}
              value={days.from}
              onChange={(_, { value }) => onDays({ ...days, from: value })}
            />
            <span aria-hidden="true">–</span>
            <Input
              {...field}
              id={`${field.id ?? ""}-to`}
              type="date"
              aria-label={labelOf(words.to)}
              value={days.to}
              onChange={(_, { value }) => onDays({ ...days, to: value })}
            />
          </div>
        )}
      </Field>
    </div>
  );
}
