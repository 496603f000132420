import type { AccountListed, AccountSlip, UnitListed } from "#core/protocol/accounts.ts";
import { AccountDialog } from "./account-dialog.tsx";
import type { AccountAction } from "./accounts-table.tsx";
import type { AccountsScreenProps } from "./accounts-screen-props.ts";
import { MakeUnitDialog } from "./make-unit-dialog.tsx";
import { MemberBatchDialog } from "./members/member-batch-dialog.tsx";
import { RequestDialog } from "./requests/request-dialog.tsx";

export type DeskDialog =
  | { readonly kind: "unit" | "members" | "request" }
  | { readonly kind: "account"; readonly action: AccountAction; readonly account: AccountListed };

export interface DeskDialogsProps {
  readonly props: AccountsScreenProps;
  readonly dialog: DeskDialog;
  readonly unit: UnitListed | undefined;
  readonly onSlips: (slips: readonly AccountSlip[]) => void;
  readonly onClose: () => void;
}

export function DeskDialogs({ props, dialog, unit, onSlips, onClose }: DeskDialogsProps) {
  if (!unit) return null;
  const done = () => {
    onClose();
    props.onReload();
  };
  switch (dialog.kind) {
    case "unit":
      return <MakeUnitDialog props={props} parent={unit} onDone={done} onClose={onClose} />;
    case "members":
      return <MemberBatchDialog props={props} branch={unit} onSlips={onSlips} onClose={onClose} />;
    case "request":
      return <RequestDialog props={props} unit={unit} onDone={done} onClose={onClose} />;
    case "account":
      return <AccountDialog props={props} asked={dialog} onSlips={onSlips} onDone={done} onClose={onClose} />;
  }
}
