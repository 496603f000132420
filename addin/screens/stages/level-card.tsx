import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useState } from "react";
import { RefusalBar } from "#addin/components/admin/refusal-bar.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { adminWords } from "#addin/wording/accounts/admin-words.ts";
import { stagesWords } from "#addin/wording/ledger/stages-words.ts";
import { LevelActions, type LevelDialog } from "./level-actions.tsx";
import type { LevelAt } from "./level-at.ts";
import { LevelDialogs } from "./level-dialogs.tsx";
import { draftOf, hasProblems, isChanged, reopens, settingOf, STAGES } from "./stage-draft.ts";
import { StageCell } from "./stage-cell.tsx";
import { nameOfUnit } from "./unit-names.ts";

/** One level: its three stages with their days, where they come from, and what can be done about them. */
export function LevelCard({ props, level, view }: LevelAt) {
  const words = stagesWords[props.language];
  const levelName = adminWords[props.language].levels[level];
  const [draft, setDraft] = useState(() => draftOf(view));
  const [extended, setExtended] = useState(false);
  const [dialog, setDialog] = useState<LevelDialog | null>(null);
  const request = useRequest();
  const changed = isChanged(draft, view);
  const inherited = view !== undefined && view.setBy !== props.unitId;

  const save = (reason: string, closed: boolean) =>
    props.saveWindow(settingOf({ unitId: props.unitId, year: props.year, level, view, draft, closed, reason }));
  const saveNow = () => {
    if (reopens(draft, view, props.today)) setDialog("late");
    else void request.run(() => save("", view?.closed ?? false), props.onReload);
  };

  return (
    <section className="admin-card stages-level" aria-label={levelName}>
      <header>
        <h2 className="admin-subhead">{levelName}</h2>
        <span className="admin-muted">{originText({ props, level, view })}</span>
      </header>
      <div className="stages-row">
        {STAGES.map((stage) => (
          <StageCell
            key={stage}
            words={words}
            at={{ level: levelName, stage, view, today: props.today }}
            days={draft[stage]}
            onDays={(days) => setDraft({ ...draft, [stage]: days })}
          />
        ))}
        <LevelActions
          words={words}
          level={levelName}
          view={view}
          changed={changed}
          sendable={changed && !hasProblems(draft) && !request.busy}
          onSave={saveNow}
          onDiscard={() => setDraft(draftOf(view))}
          onDialog={setDialog}
        />
      </div>
      <LevelNotes
        overrides={changed && inherited ? words.overrides(nameOfUnit(props.units, view.setBy)) : null}
        done={extended ? words.extended : null}
      />
      <RefusalBar around={props} refusal={request.refusal} />
      <LevelDialogs
        at={{ props, level, view }}
        dialog={dialog}
        save={save}
        onExtended={() => setExtended(true)}
        onClose={() => setDialog(null)}
      />
    </section>
  );
}

/** What saving would do, and what was done. */
function LevelNotes({ overrides, done }: { readonly overrides: string | null; readonly done: string | null }) {
  return (
    <div aria-live="polite" className="admin-live">
      {overrides !== null && (
        <MessageBar intent="info">
          <MessageBarBody>{overrides}</MessageBarBody>
        </MessageBar>
      )}
      {done !== null && (
        <MessageBar intent="success">
          <MessageBarBody>{done}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}

function originText({ props, view }: LevelAt): string {
  const words = stagesWords[props.language];
  if (!view) return words.notSet;
  const origin = view.setBy === props.unitId ? words.own : words.inherited(nameOfUnit(props.units, view.setBy));
  return adminWords[props.language].pair(words.setBy, origin);
}
