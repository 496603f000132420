import { Tab, TabList } from "@fluentui/react-components";
import { useState } from "react";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { accountsWords } from "#addin/wording/accounts/accounts-words.ts";
import { adminWords } from "#addin/wording/accounts/admin-words.ts";
import type { AccountSlip, UnitListed } from "#core/protocol/accounts.ts";
import { AccountsTable } from "./accounts-table.tsx";
import { DeskActions } from "./desk-actions.tsx";
import { DeskDialogs, type DeskDialog } from "./desk-dialogs.tsx";
import type { AccountsScreenProps } from "./accounts-screen-props.ts";
import { RequestsTable } from "./requests/requests-table.tsx";
import { SlipsDialog } from "./slips/slips-dialog.tsx";

export interface UnitDeskProps {
  readonly props: AccountsScreenProps;
  readonly units: readonly UnitListed[];
}

/** The chosen unit's accounts, the requests, and the dialogs that change either. */
export function UnitDesk({ props, units }: UnitDeskProps) {
  const words = accountsWords[props.language];
  const [tab, setTab] = useState<"accounts" | "requests">("accounts");
  const [dialog, setDialog] = useState<DeskDialog | null>(null);
  const [slips, setSlips] = useState<readonly AccountSlip[]>([]);
  const unit = units.find(({ id }) => id === props.unitId);
  const open = props.requests.state === "ready" ? props.requests.value.filter(({ mayDecide }) => mayDecide).length : 0;
  const closeSlips = () => {
    setSlips([]);
    props.onReload();
  };

  return (
    <div className="accounts-desk">
      {unit && (
        <header className="admin-head">
          <div>
            <h2 className="accounts-unit-name">{unit.name}</h2>
            <p>{`${adminWords[props.language].units[unit.kind]} · ${unit.code}`}</p>
          </div>
          <DeskActions words={words} units={units} unit={unit} onDialog={setDialog} />
        </header>
      )}
      <TabList
        selectedValue={tab}
        onTabSelect={(_, { value }) => setTab(value === "requests" ? "requests" : "accounts")}
      >
        <Tab value="accounts">{words.tabs.accounts}</Tab>
        <Tab value="requests">{words.tabs.requests(open)}</Tab>
      </TabList>
      <section
        className="admin-card admin-flush"
        role="tabpanel"
        aria-label={tab === "accounts" ? words.tabs.accounts : words.tabs.requests(open)}
      >
        {tab === "accounts" ? (
          <Accounts props={props} unit={unit} onDialog={setDialog} />
        ) : (
          <LoadArea around={props} data={props.requests} onRetry={props.onReload}>
            {(requests) => <RequestsTable props={props} requests={requests} onSlips={setSlips} />}
          </LoadArea>
        )}
      </section>
      {dialog && (
        <DeskDialogs props={props} dialog={dialog} unit={unit} onSlips={setSlips} onClose={() => setDialog(null)} />
      )}
      {slips.length > 0 && <SlipsDialog props={props} slips={slips} onDone={closeSlips} />}
    </div>
  );
}

function Accounts(at: {
  readonly props: AccountsScreenProps;
  readonly unit: UnitListed | undefined;
  readonly onDialog: (dialog: DeskDialog) => void;
}) {
  const { props, unit, onDialog } = at;
  const words = accountsWords[props.language];
  if (!unit) return <p className="accounts-choose">{words.chooseUnit}</p>;
  return (
    <LoadArea around={props} data={props.accounts} onRetry={props.onReload}>
      {(accounts) => (
        <AccountsTable
          language={props.language}
          accounts={accounts}
          onAct={(action, account) => onDialog({ kind: "account", action, account })}
        />
      )}
    </LoadArea>
  );
}
