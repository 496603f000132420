import type { SignedInProps } from "#addin/account/signed-in-props.ts";
import type { CommandId } from "#addin/commands/commands.ts";
import type { OpenDesk } from "#addin/hosts/open-desk.ts";
import type { Desk } from "#addin/session/desk/use-desk-session.ts";
import type { Me } from "#core/protocol/session.ts";

export interface SignedInPaneProps extends SignedInProps {
  readonly desk: OpenDesk;
  /** null: the session of the workbook is still on its way. */
  readonly kept: Desk | null;
  readonly command: CommandId | null;
  readonly onCommandTaken: () => void;
  /** Who stands behind the gate, for the workbook's session. */
  readonly onPresent: (me: Me | null) => void;
}
