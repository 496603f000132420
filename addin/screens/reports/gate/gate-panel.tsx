import { Button } from "@fluentui/react-components";
import type { GateLine, GatePlace, GateView } from "#core/protocol/report/reports.ts";
import type { ReportState } from "#core/sheet/report/report-view.ts";
import type { Language } from "#core/wording/language.ts";
import { PlainTable } from "#addin/components/admin/plain-table.tsx";
import { reportSubmissionWords } from "#addin/wording/report/report-submission-words.ts";
import { sayCellTitle } from "#addin/wording/report/say-cell-title.ts";
import "../report-submission.css";

export interface GatePanelProps {
  readonly language: Language;
  readonly gate: GateView;
  readonly state: ReportState;
  /** What cannot be gone to from here is only named. */
  readonly canGo: (place: GatePlace) => boolean;
  readonly onPlace: (place: GatePlace) => void;
}

/** 可上报 or 不可上报, and what is still missing, with a way to each place (R7). */
export function GatePanel({ language, gate, state, canGo, onPlace }: GatePanelProps) {
  const words = reportSubmissionWords[language].gate;
  return (
    <section className="report-part" aria-label={words.title}>
      <Verdict {...{ language, gate, state }} />
      <PlainTable<GateLine>
        caption={words.title}
        rows={gate.lines}
        keyOf={({ what }) => what}
        empty=""
        columns={[
          { key: "what", title: words.title, width: "34%", cell: ({ what }) => words.lines[what] },
          { key: "state", title: "", width: "18%", cell: (line) => <LineState language={language} line={line} /> },
          {
            key: "places",
            title: "",
            cell: (line) => <Places {...{ language, canGo, onPlace }} line={line} />,
          },
        ]}
      />
    </section>
  );
}

/** What is handed over already, or only rehearsed, cannot be submitted, whatever is met. */
function Verdict({ language, gate, state }: Pick<GatePanelProps, "language" | "gate" | "state">) {
  const { gate: words, states } = reportSubmissionWords[language];
  const open = gate.lines.filter(({ passed }) => !passed).length;
  if (state === "submitted" || state === "accepted") {
    return (
      <p className="report-verdict" role="status">
        {states[state]}
      </p>
    );
  }
  const isReady = gate.ready && !gate.rehearsal;
  return (
    <>
      {(isReady || open > 0) && (
        <p className="report-verdict" role="status" data-ready={isReady}>
          {isReady ? words.ready : words.notReady(open)}
        </p>
      )}
      {gate.rehearsal && <p>{words.rehearsal}</p>}
    </>
  );
}

function LineState({ language, line }: { readonly language: Language; readonly line: GateLine }) {
  const words = reportSubmissionWords[language].gate;
  if (line.passed) return <span className="report-met">{`✓ ${words.passed}`}</span>;
  return <span className="report-open">{`× ${words.missing(line.open, line.of)}`}</span>;
}

/** As many as stand on two lines; the others unfold, and all of them where enough is done already. */
const AT_ONCE = 6;

function Places({ language, line, canGo, onPlace }: PlacesProps) {
  const words = reportSubmissionWords[language];
  const atOnce = line.passed ? 0 : AT_ONCE;
  const draw = (place: GatePlace) => {
    const key = `${place.kind} ${place.key}`;
    const label = place.kind === "cell" ? sayCellTitle(language, place.label) : place.label;
    if (!canGo(place)) return <span key={key}>{label}</span>;
    return (
      <Button
        key={key}
        size="small"
        appearance="subtle"
        className="report-link"
        aria-label={words.goTo(label)}
        onClick={() => onPlace(place)}
      >
        {label}
      </Button>
    );
  };
  const further = line.places.slice(atOnce);
  return (
    <div className="report-places">
      {line.places.slice(0, atOnce).map(draw)}
      {further.length > 0 && (
        <details>
          <summary>
            {line.passed ? words.gate.left(line.placesInAll) : words.gate.more(line.placesInAll - atOnce)}
            {line.placesInAll > line.places.length && words.gate.first(further.length)}
          </summary>
          {further.map(draw)}
        </details>
      )}
    </div>
  );
}

interface PlacesProps extends Omit<GatePanelProps, "gate" | "state"> {
  readonly line: GateLine;
}
