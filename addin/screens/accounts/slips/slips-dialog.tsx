import {
  Button,
  Checkbox,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
} from "@fluentui/react-components";
import { PrintRegular } from "@fluentui/react-icons/svg/print";
import { useState } from "react";
import { PermittedButton } from "#addin/components/admin/permitted-button.tsx";
import { PlainTable } from "#addin/components/admin/plain-table.tsx";
import { PrintArea } from "#addin/components/admin/print-area.tsx";
import { ModalDialog } from "#addin/components/dialogs/modal-dialog.tsx";
import { sayInstant } from "#addin/wording/accounts/admin-times.ts";
import { accountSlipsWords } from "#addin/wording/accounts/account-slips-words.ts";
import { adminWords } from "#addin/wording/accounts/admin-words.ts";
import type { AccountSlip } from "#core/protocol/accounts.ts";
import type { AccountsScreenProps } from "../accounts-screen-props.ts";
import { SlipsPaper } from "./slips-paper.tsx";

export interface SlipsDialogProps {
  readonly props: Pick<AccountsScreenProps, "language" | "address" | "print">;
  readonly slips: readonly AccountSlip[];
  readonly onDone: () => void;
}

/** Shown once (A2): neither Escape nor a click beside it closes it, only the word that the slips are safe. */
export function SlipsDialog({ props, slips, onDone }: SlipsDialogProps) {
  const words = accountSlipsWords[props.language];
  const [safe, setSafe] = useState(false);
  return (
    <ModalDialog onClose={null}>
      <DialogSurface className="admin-dialog slips-dialog">
        <DialogBody>
          <DialogTitle>{words.title(slips.length)}</DialogTitle>
          <DialogContent className="admin-dialog-content">
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{words.once}</MessageBarBody>
            </MessageBar>
            <SlipsTable language={props.language} slips={slips} />
            <Checkbox label={words.handedOver} checked={safe} onChange={() => setSafe(!safe)} />
            <PrintArea>
              <SlipsPaper words={words} slips={slips} address={props.address} />
            </PrintArea>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" icon={<PrintRegular />} onClick={props.print}>
              {adminWords[props.language].print}
            </Button>
            <PermittedButton allowed={safe} whyNot={words.doneBlocked} label={words.done} onClick={onDone} />
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </ModalDialog>
  );
}

function SlipsTable({ language, slips }: Pick<SlipsDialogProps, "slips"> & Pick<AccountsScreenProps, "language">) {
  const words = accountSlipsWords[language];
  return (
    <div className="slips-table" tabIndex={0} role="region" aria-label={words.title(slips.length)}>
      <PlainTable
        caption={words.title(slips.length)}
        rows={slips}
        keyOf={({ accountId }) => accountId}
        empty={adminWords[language].none}
        columns={[
          { key: "account", title: words.account, cell: ({ accountName }) => accountName },
          { key: "holder", title: words.holder, cell: ({ holder }) => holder },
          {
            key: "password",
            title: words.password,
            cell: ({ oneTimePassword }) => <code className="slip-secret">{oneTimePassword}</code>,
          },
          { key: "until", title: words.validUntil, cell: ({ validUntil }) => sayInstant(validUntil) },
        ]}
      />
    </div>
  );
}
