import { Button } from "@fluentui/react-components";
import { ShieldCheckmarkRegular } from "@fluentui/react-icons/svg/shield-checkmark";
import { useState } from "react";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { RefusalBar } from "#addin/components/admin/refusal-bar.tsx";
import { ScreenFrame } from "#addin/components/admin/screen-frame.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { adminWords } from "#addin/wording/accounts/admin-words.ts";
import { auditWords } from "#addin/wording/accounts/audit-words.ts";
import type { AuditVerdict } from "#core/protocol/audit.ts";
import { AuditFilterForm } from "./audit-filter-form.tsx";
import type { AuditScreenProps } from "./audit-screen-props.ts";
import { AuditTable } from "./audit-table.tsx";
import { VerdictBar } from "./verdict-bar.tsx";
import "./audit.css";

export function AuditScreen(props: AuditScreenProps) {
  const words = auditWords[props.language];
  const [verdict, setVerdict] = useState<AuditVerdict | null>(null);
  const request = useRequest();
  const verify = () => {
    setVerdict(null);
    void request.run(props.verify, setVerdict);
  };
  const button = (
    <Button appearance="primary" icon={<ShieldCheckmarkRegular />} disabledFocusable={request.busy} onClick={verify}>
      {request.busy ? words.verifying : words.verify}
    </Button>
  );
  return (
    <ScreenFrame title={words.title} about={words.about} actions={button}>
      <div aria-live="polite" className="admin-live">
        {verdict !== null && <VerdictBar words={words} verdict={verdict} />}
      </div>
      <RefusalBar around={props} refusal={request.refusal} />
      <AuditFilterForm
        key={props.filter.record}
        words={words}
        pair={adminWords[props.language].pair}
        filter={props.filter}
        onFilter={props.onFilter}
      />
      <LoadArea around={props} data={props.page} onRetry={props.onReload}>
        {(page) => <AuditTable props={props} page={page} />}
      </LoadArea>
    </ScreenFrame>
  );
}
