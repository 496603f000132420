import { ReasonDialog } from "#addin/components/admin/reason-dialog.tsx";
import { accountsWords } from "#addin/wording/accounts/accounts-words.ts";
import type { AccountListed, AccountSlip } from "#core/protocol/accounts.ts";
import type { AccountAction } from "./accounts-table.tsx";
import type { AccountsScreenProps } from "./accounts-screen-props.ts";

export interface AccountDialogProps {
  readonly props: AccountsScreenProps;
  readonly asked: { readonly action: AccountAction; readonly account: AccountListed };
  readonly onSlips: (slips: readonly AccountSlip[]) => void;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const LEAST_REASON = 2;

export function AccountDialog({ props, asked, onSlips, onDone, onClose }: AccountDialogProps) {
  const words = accountsWords[props.language];
  const { action, account } = asked;
  const texts = {
    around: props,
    title: words.titles[action](`${account.name} ${account.holder}`),
    text: words.asked[action],
    confirm: words[action],
    least: LEAST_REASON,
    onClose,
  };
  if (action !== "reset") {
    return <ReasonDialog {...texts} ask={(reason) => props.change(account.id, action, reason)} onDone={onDone} />;
  }
  const show = (slip: AccountSlip) => {
    onClose();
    onSlips([slip]);
  };
  return <ReasonDialog {...texts} ask={(reason) => props.reset(account.id, reason)} onDone={show} />;
}
