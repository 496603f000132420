import { useState } from "react";
import type { AuditFilter, AuditPage } from "#addin/screens/audit/audit-screen-props.ts";
import { AuditScreen } from "#addin/screens/audit/audit-screen.tsx";
import type { Answer } from "#addin/service-client/client-refusal.ts";
import type { OtherPlacesProps } from "./other-places-props.ts";
import { useLoad } from "#addin/session/use-load.ts";

const PAGE = 50;

/** Newest first; an older page begins below the last entry shown, and the way back is remembered. */
export function AuditPlace({ admin, language }: OtherPlacesProps) {
  const [filter, setFilter] = useState<AuditFilter>({ record: "", account: null });
  const [starts, setStarts] = useState<readonly number[]>([]);
  const from = starts.at(-1);
  const page = useLoad(JSON.stringify([filter, from]), async (): Promise<Answer<AuditPage>> => {
    const { record, account } = filter;
    const answer = await admin.audit({
      most: PAGE + 1,
      ...(from === undefined ? {} : { from }),
      ...(record === "" ? {} : { record }),
      ...(account === null ? {} : { accountId: account.id }),
    });
    if (!answer.ok) return answer;
    const hasOlder = answer.value.length > PAGE;
    return { ok: true, value: { entries: answer.value.slice(0, PAGE), hasNewer: from !== undefined, hasOlder } };
  });
  const older = () => {
    const last = page.data.state === "ready" ? page.data.value.entries.at(-1) : undefined;
    if (last) setStarts([...starts, last.number - 1]);
  };
  return (
    <AuditScreen
      language={language}
      page={page.data}
      filter={filter}
      onFilter={(next) => {
        setFilter(next);
        setStarts([]);
      }}
      onNewer={() => setStarts(starts.slice(0, -1))}
      onOlder={older}
      onReload={page.reload}
      verify={admin.verify}
    />
  );
}
