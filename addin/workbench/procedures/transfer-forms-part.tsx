import { LoadArea } from "#addin/components/admin/load-area.tsx";
import type { TransferChoices, TransferPerson } from "#core/protocol/records/transfers.ts";
import { ArrivalScreen } from "#addin/screens/procedures/arrivals/arrival-screen.tsx";
import type { BranchChoice } from "#addin/screens/procedures/transfers/branch-select.tsx";
import { InsideScreen } from "#addin/screens/procedures/transfers/inside-screen.tsx";
import { IssueScreen } from "#addin/screens/procedures/transfers/issue-screen.tsx";
import { LostScreen } from "#addin/screens/procedures/transfers/lost-screen.tsx";
import { useLoad } from "#addin/session/use-load.ts";
import type { ProceduresPageProps } from "./procedures-page-props.ts";

export interface TransferFormsPartProps extends ProceduresPageProps {
  readonly part: "issue" | "inside" | "arrival" | "lost";
  readonly on: string | null;
  readonly branches: readonly BranchChoice[];
  readonly today: string;
}

/** What begins a transfer, and who was lost: each over the people of the chosen unit. */
export function TransferFormsPart(props: TransferFormsPartProps) {
  const { client, language, unit, on, part } = props;
  const people = useLoad(JSON.stringify([unit, on]), () => client.transfers.people({ unit, on }));
  const choices = useLoad("choices", () => client.transfers.choices());
  return (
    <LoadArea around={{ language }} data={choices.data} onRetry={choices.reload}>
      {(offered) =>
        part === "arrival" ? (
          <Arrival {...props} offered={offered} />
        ) : (
          <LoadArea around={{ language }} data={people.data} onRetry={people.reload}>
            {(listed) => <OfPeople {...props} offered={offered} people={listed} onChanged={people.reload} />}
          </LoadArea>
        )
      }
    </LoadArea>
  );
}

interface OfferedProps extends TransferFormsPartProps {
  readonly offered: TransferChoices;
}

function Arrival({ client, language, unit, choices, branches, today, offered }: OfferedProps) {
  const { request, arrive, register } = client.transfers;
  return (
    <ArrivalScreen
      {...{ language, today, unit, units: choices, branches, choices: offered, ask: request, arrive, register }}
    />
  );
}

interface OfPeopleProps extends OfferedProps {
  readonly people: readonly TransferPerson[];
  readonly onChanged: () => void;
}

function OfPeople({ client, language, unit, choices, branches, today, ...props }: OfPeopleProps) {
  const { part, people, offered, onChanged } = props;
  const common = { language, today, people, branches };
  const { issue, wholeUnit, destination, inside, lose, find } = client.transfers;
  if (part === "inside") return <InsideScreen {...common} move={inside} onMoved={onChanged} />;
  if (part === "lost")
    return (
      <LostScreen
        {...{ ...common, choices: offered, search: client.records.search, lose, findAgain: find, onChanged }}
      />
    );
  const name = choices.find(({ id }) => id === unit)?.name ?? "";
  return (
    <IssueScreen
      {...{ ...common, unit: { id: unit, name }, find: destination, issue, wholeUnit, onIssued: onChanged }}
    />
  );
}
