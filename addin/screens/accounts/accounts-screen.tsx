import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { ScreenFrame } from "#addin/components/admin/screen-frame.tsx";
import { accountsWords } from "#addin/wording/accounts/accounts-words.ts";
import type { AccountsScreenProps } from "./accounts-screen-props.ts";
import { UnitDesk } from "./unit-desk.tsx";
import { UnitTreePane } from "./unit-tree-pane.tsx";
import "./accounts.css";

/** Units on the left, what belongs to the chosen one on the right. */
export function AccountsScreen(props: AccountsScreenProps) {
  const words = accountsWords[props.language];
  return (
    <ScreenFrame title={words.title} about={words.about}>
      <LoadArea around={props} data={props.units} onRetry={props.onReload}>
        {(units) => (
          <div className="accounts">
            <UnitTreePane words={words} units={units} chosen={props.unitId} onUnit={props.onUnit} />
            <UnitDesk props={props} units={units} />
          </div>
        )}
      </LoadArea>
    </ScreenFrame>
  );
}
