import { Button, Checkbox, Field, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import type { Result } from "#core/kernel/result.ts";
import type { MaterialsView } from "#core/protocol/report/reports.ts";
import type { Language } from "#core/wording/language.ts";
import { RefusalBar } from "#addin/components/admin/refusal-bar.tsx";
import { useDraft, useDueDrafts } from "#addin/components/drafts.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { labelled } from "#addin/wording/labelled.ts";
import { reportSubmissionWords } from "#addin/wording/report/report-submission-words.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import "../report-submission.css";

export type AuditPoint = MaterialsView["points"][number];

export interface PointsListProps {
  readonly language: Language;
  readonly points: readonly AuditPoint[];
  readonly mayAnswer: boolean;
  readonly answer: (point: AuditPoint, text: string) => Promise<Result<unknown, ShownRefusal>>;
  readonly onAnswered: () => void;
}

/** 各表具体审核要点, answered one by one; last year's words are offered and marked as such (R8). */
export function PointsList(props: PointsListProps) {
  const { language, points, mayAnswer } = props;
  const words = reportSubmissionWords[language].materials;
  const [onlyOpen, setOnlyOpen] = useState(false);
  useDueDrafts("point ", mayAnswer ? points.map(pointDraft) : []);
  const open = points.filter(isOpen);
  const shown = onlyOpen ? open : points;
  return (
    <section className="report-part" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p>{points.length === 0 ? words.none : words.about(points.length - open.length, points.length)}</p>
      {points.length > 0 && (
        <Checkbox
          label={words.onlyOpen}
          checked={onlyOpen}
          onChange={(_, { checked }) => setOnlyOpen(checked === true)}
        />
      )}
      {onlyOpen && open.length === 0 && <p>{words.allAnswered}</p>}
      <ol className="report-points">
        {shown.map((point) => (
          <Point key={point.point} {...props} point={point} />
        ))}
      </ol>
    </section>
  );
}

function isOpen({ answer }: AuditPoint): boolean {
  return answer === null || answer.trim() === "";
}

/** Where a link of the gate leads. */
export function pointPlace(point: string): string {
  return `report-point-${point}`;
}

function pointDraft({ point }: AuditPoint): string {
  return `point ${point}`;
}

function Point(props: PointsListProps & { readonly point: AuditPoint }) {
  const { language, point, mayAnswer } = props;
  const words = reportSubmissionWords[language].materials;
  const { text, setText, request, isChanged, save } = useAnswer(props);
  return (
    <li id={pointPlace(point.point)}>
      <PointText language={language} point={point} />
      <div>
        <Field label={`${words.answer} ${point.point}`} validationState={isOpen(point) ? "warning" : "none"}>
          <Textarea
            value={text}
            rows={2}
            maxLength={2_000}
            readOnly={!mayAnswer}
            onChange={(_, { value }) => setText(value)}
          />
        </Field>
        {isChanged && (
          <Button
            size="small"
            appearance="primary"
            aria-label={`${words.save} ${point.point}`}
            disabledFocusable={request.busy || text.trim() === ""}
            onClick={save}
          >
            {words.save}
          </Button>
        )}
        {!isChanged && !isOpen(point) && <span className="report-met">{`✓ ${words.saved}`}</span>}
        {mayAnswer && <OldAnswer language={language} point={point} onTake={setText} />}
        <RefusalBar around={{ language }} refusal={request.refusal} />
      </div>
    </li>
  );
}

/** What is typed is kept until it is saved, whatever is read anew or looked at meanwhile. */
function useAnswer({ point, mayAnswer, answer, onAnswered }: PointsListProps & { readonly point: AuditPoint }) {
  const before = point.answer ?? "";
  const [begun, setText] = useDraft(pointDraft(point), before);
  const typed = mayAnswer ? begun : null;
  const request = useRequest();
  const text = typed ?? before;
  const isChanged = typed !== null && typed.trim() !== before.trim();
  const done = () => {
    setText(null);
    onAnswered();
  };
  const save = () => {
    if (text.trim() !== "") void request.run(() => answer(point, text.trim()), done);
  };
  return { text, setText, request, isChanged, save };
}

function PointText({ language, point }: { readonly language: Language; readonly point: AuditPoint }) {
  const words = reportSubmissionWords[language].materials;
  return (
    <div>
      <p>
        <strong>{point.table === null ? point.point : `${point.point}　${words.table(point.table)}`}</strong>
      </p>
      <p>{point.text}</p>
      {point.facts !== "" && <p className="admin-muted">{words.facts(point.facts)}</p>}
    </div>
  );
}

function OldAnswer({ language, point, onTake }: Pick<PointsListProps, "language"> & OldAnswerOf) {
  const words = reportSubmissionWords[language].materials;
  const { old } = point;
  if (old === null || !isOpen(point)) return null;
  return (
    <div className="point-old">
      <span>{labelled(language, words.old, old)}</span>
      <Button size="small" aria-label={`${words.takeOld} ${point.point}`} onClick={() => onTake(old)}>
        {words.takeOld}
      </Button>
    </div>
  );
}

interface OldAnswerOf {
  readonly point: AuditPoint;
  readonly onTake: (text: string) => void;
}
