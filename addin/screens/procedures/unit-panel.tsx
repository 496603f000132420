import type { UnitContent } from "#core/people/procedure/procedure-refusal.ts";
import type { UnitContents } from "#core/people/unit-changes/decide-unit-change.ts";
import type { UnitCard } from "#core/protocol/records/unit-changes.ts";
import type { Language } from "#core/wording/language.ts";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { PermittedButton } from "#addin/components/admin/permitted-button.tsx";
import { unitsWords, type UnitChangeKind } from "#addin/wording/procedures/units-words.ts";
import { kindsBelow, type PlacedUnit } from "./unit-places.ts";
import type { UnitsScreenProps } from "./units-screen-props.ts";

export interface UnitPanelProps extends UnitsScreenProps {
  readonly unit: PlacedUnit;
  readonly onAsk: (asked: UnitChangeKind | "make") => void;
}

const ACTS: readonly UnitChangeKind[] = ["rename", "move", "merge", "revoke", "delete"];

/** The chosen unit: what may be done about it, what hangs on it, what it was called before. */
export function UnitPanel({ language, unit, card, onRetry, onAsk }: UnitPanelProps) {
  const words = unitsWords[language];
  return (
    <>
      <h2>{unit.name}</h2>
      <dl>
        <dt>{words.shortName}</dt>
        <dd>{unit.shortName}</dd>
        <dt>{words.founded}</dt>
        <dd>{unit.foundedOn ?? words.notKnown}</dd>
      </dl>
      <div className="procedure-bar">
        <PermittedButton
          allowed={kindsBelow(unit).length > 0}
          whyNot={words.whyNotMake}
          label={words.make}
          size="small"
          onClick={() => onAsk("make")}
        />
        {ACTS.map((kind) => (
          <PermittedButton
            key={kind}
            allowed={unit.mayChange}
            whyNot={words.whyNotChange}
            label={words.acts[kind]}
            size="small"
            onClick={() => onAsk(kind)}
          />
        ))}
      </div>
      <LoadArea around={{ language }} data={card} onRetry={onRetry}>
        {(found) => <Holds language={language} card={found} />}
      </LoadArea>
    </>
  );
}

function Holds({ language, card }: { readonly language: Language; readonly card: UnitCard }) {
  const words = unitsWords[language];
  const held = sayContents(language, card.contents);
  return (
    <>
      <h3>{words.holds}</h3>
      {held.length === 0 ? (
        <p>{words.holdsNothing}</p>
      ) : (
        <ul>
          {held.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {card.earlier.length > 0 && (
        <>
          <h3>{words.earlier}</h3>
          <ul>
            {card.earlier.map(({ name, parentName, from, until }) => (
              <li key={from}>{words.earlierOf({ name, parentName, days: `${from}～${until}` })}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** A line for everything that hangs on a unit, in a fixed order. */
export function sayContents(language: Language, contents: UnitContents): readonly string[] {
  const says = unitsWords[language].contents;
  return (Object.keys(says) as UnitContent[]).flatMap((what) => {
    const count = contents[what] ?? 0;
    return count > 0 ? [says[what](count)] : [];
  });
}
