import { CounterBadge } from "@fluentui/react-components";
import { useContext } from "react";
import { OfflineTold } from "#addin/components/admin/offline-told.ts";
import { Waiting } from "#addin/components/waiting.tsx";
import type { Loadable } from "#addin/components/admin/loadable.ts";
import { sayShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { workbenchWords } from "#addin/wording/workbench-words.ts";
import type { Duty } from "#core/protocol/ledgers.ts";
import type { Language } from "#core/wording/language.ts";
import "./ledgers.css";

export interface DutyListProps {
  readonly language: Language;
  readonly duties: Loadable<readonly Duty[]>;
  readonly onDuty: (duty: Duty) => void;
}

/** What waits for this account, most urgent first. */
export function DutyList({ duties, language, onDuty }: DutyListProps) {
  const words = workbenchWords(language);
  const offlineTold = useContext(OfflineTold);
  return (
    <section aria-label={words.side.duties}>
      <h2>{words.side.duties}</h2>
      {duties.state === "loading" && <Waiting language={language} size="tiny" />}
      {duties.state === "failed" && !(offlineTold && duties.refusal.code === "service-unreachable") && (
        <p className="side-hint">{sayShownRefusal(language, duties.refusal)}</p>
      )}
      {duties.state === "ready" && duties.value.length === 0 && <p className="side-hint">{words.side.noDuties}</p>}
      {duties.state === "ready" && (
        <ul className="side-duties pick">
          {duties.value.map((duty) => (
            <li key={`${duty.kind} ${duty.ledgerId ?? duty.record ?? ""} ${duty.title}`}>
              <button type="button" onClick={() => onDuty(duty)}>
                <span>
                  {words.duty[duty.kind]}
                  {duty.title !== "" && <small>{duty.title}</small>}
                  {duty.due !== null && <small>{words.side.due(duty.due)}</small>}
                </span>
                <CounterBadge
                  count={duty.count}
                  size="small"
                  appearance="filled"
                  color={duty.kind === "fill" ? "informative" : "important"}
                />
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
