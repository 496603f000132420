import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { AuditWords } from "#addin/wording/accounts/audit-words.ts";
import type { AuditVerdict } from "#core/protocol/audit.ts";
import { sayVerdict, weightOf } from "./say-verdict.ts";

export function VerdictBar({ words, verdict }: { readonly words: AuditWords; readonly verdict: AuditVerdict }) {
  return (
    <MessageBar intent={weightOf(verdict)} layout="multiline">
      <MessageBarBody>
        {sayVerdict(words, verdict)}
        {verdict.code === "intact" && <span className="audit-hash">{words.head(verdict.head)}</span>}
      </MessageBarBody>
    </MessageBar>
  );
}
