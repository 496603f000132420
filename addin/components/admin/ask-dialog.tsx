import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import { adminWords } from "#addin/wording/accounts/admin-words.ts";
import { ModalDialog } from "../dialogs/modal-dialog.tsx";
import { RefusalBar } from "./refusal-bar.tsx";
import type { Surroundings } from "./surroundings.ts";
import type { Request } from "./use-request.ts";

export interface AskDialogProps {
  readonly around: Surroundings;
  readonly title: string;
  readonly confirm: string;
  readonly request: Pick<Request, "busy" | "refusal">;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly width?: string;
  /** Whether confirming makes sense yet; pressing it nevertheless shows what is missing. */
  readonly blocked?: boolean;
  readonly further?: ReactNode;
}

/** A question with one answer that does something; what was typed stays when the service refuses. */
export function AskDialog(props: AskDialogProps) {
  const words = adminWords[props.around.language];
  const { busy, refusal } = props.request;
  return (
    <ModalDialog busy={busy} onClose={props.onClose}>
      <DialogSurface style={{ maxWidth: props.width ?? "520px" }} className="admin-dialog">
        <DialogBody>
          <DialogTitle>{props.title}</DialogTitle>
          <DialogContent className="admin-dialog-content">
            {props.children}
            <RefusalBar around={props.around} refusal={refusal} />
          </DialogContent>
          <DialogActions fluid={props.further !== undefined}>
            {props.further}
            <Button onClick={props.onClose} disabled={busy}>
              {words.cancel}
            </Button>
            <Button appearance="primary" disabledFocusable={busy || props.blocked === true} onClick={props.onConfirm}>
              {props.confirm}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </ModalDialog>
  );
}
