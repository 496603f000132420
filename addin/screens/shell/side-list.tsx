import { DutyList } from "#addin/components/ledgers/duty-list.tsx";
import { LedgerFinder } from "#addin/components/ledgers/ledger-finder.tsx";
import { proceduresWords } from "#addin/wording/procedures/procedures-words.ts";
import { recordsWords } from "#addin/wording/records/records-words.ts";
import { reportWords } from "#addin/wording/report/report-words.ts";
import { workbenchWords } from "#addin/wording/workbench-words.ts";
import type { PlaceName, ShellProps } from "./shell-props.ts";

/** Duties, ledgers, places: everything there is to open. */
export function SideList(props: ShellProps) {
  const words = workbenchWords(props.language);
  const isDuty = props.me.kind === "duty";
  return (
    <nav className="side" aria-label={words.side.ledgers} data-area="side">
      {!isDuty && <DutyList language={props.language} duties={props.duties} onDuty={props.onDuty} />}
      {!isDuty && <LedgerFinder {...props} />}
      <h2>{words.side.places}</h2>
      <ul className="side-places pick">
        {props.places.map((place) => (
          <li key={place}>
            <button
              type="button"
              aria-current={props.place === place ? "page" : undefined}
              onClick={() => props.onPlace(place)}
            >
              {placeName(place, props)}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function placeName(place: PlaceName, { language }: ShellProps): string {
  const words = workbenchWords(language);
  if (place === "records") return recordsWords[language].title;
  if (place === "procedures") return proceduresWords[language].title;
  if (place === "reports") return reportWords[language].title;
  if (place === "personal-centre") return words.shell.personalCentre;
  return place === "notices" ? words.shell.notices : words.side[place];
}
