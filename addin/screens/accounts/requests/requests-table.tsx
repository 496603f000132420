import { Badge, Button } from "@fluentui/react-components";
import { PrintRegular } from "@fluentui/react-icons/svg/print";
import { useEffect, useState } from "react";
import { PermittedButton } from "#addin/components/admin/permitted-button.tsx";
import { PlainTable, type PlainColumn } from "#addin/components/admin/plain-table.tsx";
import { PrintArea } from "#addin/components/admin/print-area.tsx";
import { RefusalBar } from "#addin/components/admin/refusal-bar.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { sayInstant } from "#addin/wording/accounts/admin-times.ts";
import { adminWords } from "#addin/wording/accounts/admin-words.ts";
import { accountRequestsWords } from "#addin/wording/accounts/account-requests-words.ts";
import { accountsWords } from "#addin/wording/accounts/accounts-words.ts";
import type { AccountRequestListed, AccountSlip } from "#core/protocol/accounts.ts";
import type { AccountsScreenProps } from "../accounts-screen-props.ts";
import { DecideDialog } from "./decide-dialog.tsx";
import { RequestPaper } from "./request-paper.tsx";

export interface RequestsTableProps {
  readonly props: AccountsScreenProps;
  readonly requests: readonly AccountRequestListed[];
  readonly onSlips: (slips: readonly AccountSlip[]) => void;
}

export function RequestsTable({ props, requests, onSlips }: RequestsTableProps) {
  const words = accountRequestsWords[props.language];
  const [deciding, setDeciding] = useState<AccountRequestListed | null>(null);
  const [paper, setPaper] = useState<AccountRequestListed | null>(null);
  const request = useRequest();
  const { print } = props;
  // The paper must be in the page before the page is printed, and gone before anything else prints.
  useEffect(() => {
    if (!paper) return;
    print();
    setPaper(null);
  }, [paper, print]);
  const done = () => {
    setDeciding(null);
    props.onReload();
  };
  const seeSlip = (id: string) =>
    void request.run(
      () => props.fetchSlip(id),
      (slip) => onSlips([slip]),
    );
  const columns = columnsOf(props, { onDecide: setDeciding, onPrint: setPaper, onSlip: seeSlip });
  return (
    <>
      <RefusalBar around={props} refusal={request.refusal} />
      <PlainTable caption={words.title} rows={requests} keyOf={({ id }) => id} empty={words.empty} columns={columns} />
      {deciding && <DecideDialog props={props} request={deciding} onDone={done} onClose={() => setDeciding(null)} />}
      {paper && (
        <PrintArea>
          <RequestPaper language={props.language} listed={paper} />
        </PrintArea>
      )}
    </>
  );
}

interface RowActions {
  readonly onDecide: (listed: AccountRequestListed) => void;
  readonly onPrint: (listed: AccountRequestListed) => void;
  readonly onSlip: (id: string) => void;
}

const COLOURS = { open: "warning", approved: "success", refused: "danger" } as const;

function columnsOf(
  { language }: AccountsScreenProps,
  actions: RowActions,
): readonly PlainColumn<AccountRequestListed>[] {
  const words = accountRequestsWords[language];
  return [
    { key: "number", title: words.number, width: "128px", cell: ({ number }) => number },
    { key: "action", title: words.action, cell: ({ request }) => words.actions[request.action] },
    { key: "unit", title: words.unit, cell: ({ unitName }) => unitName },
    { key: "holder", title: words.holder, cell: ({ request }) => request.holder },
    { key: "by", title: words.requestedBy, cell: (listed) => <WhoAndWhen {...requester(listed)} /> },
    {
      key: "state",
      title: words.state,
      cell: ({ state, remark }) => (
        <>
          <Badge appearance="tint" color={COLOURS[state]}>
            {words.states[state]}
          </Badge>
          {remark !== "" && <span className="admin-muted accounts-span">{remark}</span>}
        </>
      ),
    },
    {
      key: "actions",
      title: accountsWords[language].actions,
      width: "190px",
      cell: (listed) => <Buttons language={language} listed={listed} {...actions} />,
    },
  ];
}

function requester({ requestedBy, requestedAt }: AccountRequestListed) {
  return { who: requestedBy, at: requestedAt };
}

function WhoAndWhen({ who, at }: { readonly who: string; readonly at: string }) {
  return (
    <>
      {who}
      <span className="admin-muted accounts-span">{sayInstant(at)}</span>
    </>
  );
}

function Buttons(
  props: RowActions & { readonly language: AccountsScreenProps["language"]; readonly listed: AccountRequestListed },
) {
  const { language, listed } = props;
  const words = accountRequestsWords[language];
  const print = adminWords[language].print;
  return (
    <div className="admin-row-buttons">
      {listed.state === "open" && (
        <PermittedButton
          size="small"
          allowed={listed.mayDecide}
          whyNot={words.mayNotDecide}
          label={words.decide}
          target={listed.number}
          onClick={() => props.onDecide(listed)}
        />
      )}
      {listed.maySeeSlip && (
        <Button
          size="small"
          appearance="primary"
          aria-label={`${words.seeSlip}: ${listed.number}`}
          onClick={() => props.onSlip(listed.id)}
        >
          {words.seeSlip}
        </Button>
      )}
      <Button
        size="small"
        appearance="subtle"
        icon={<PrintRegular />}
        aria-label={`${print}: ${listed.number}`}
        onClick={() => props.onPrint(listed)}
      >
        {print}
      </Button>
    </div>
  );
}
