import { DocumentAddRegular } from "@fluentui/react-icons/svg/document-add";
import { OrganizationRegular } from "@fluentui/react-icons/svg/organization";
import { PeopleAddRegular } from "@fluentui/react-icons/svg/people-add";
import { PermittedButton } from "#addin/components/admin/permitted-button.tsx";
import type { AccountsWords } from "#addin/wording/accounts/accounts-words.ts";
import type { UnitListed } from "#core/protocol/accounts.ts";
import type { DeskDialog } from "./desk-dialogs.tsx";
import { mayMakeUnitBelow } from "./unit-tree.ts";

export interface DeskActionsProps {
  readonly words: AccountsWords;
  readonly units: readonly UnitListed[];
  readonly unit: UnitListed;
  readonly onDialog: (dialog: DeskDialog) => void;
}

export function DeskActions({ words, units, unit, onDialog }: DeskActionsProps) {
  const isOwn = !units.some(({ id }) => id === unit.parentId);
  return (
    <div className="admin-actions">
      <PermittedButton
        allowed={mayMakeUnitBelow(units, unit)}
        whyNot={words.whyNot.makeUnit}
        label={words.makeUnit}
        icon={<OrganizationRegular />}
        onClick={() => onDialog({ kind: "unit" })}
      />
      <PermittedButton
        allowed={unit.kind === "branch" && unit.administered}
        whyNot={words.whyNot.makeMembers}
        label={words.makeMembers}
        icon={<PeopleAddRegular />}
        onClick={() => onDialog({ kind: "members" })}
      />
      <PermittedButton
        allowed={unit.administered || isOwn}
        whyNot={words.whyNot.request}
        label={words.request}
        icon={<DocumentAddRegular />}
        appearance="primary"
        onClick={() => onDialog({ kind: "request" })}
      />
    </div>
  );
}
