import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { Result } from "#core/kernel/result.ts";
import type { MaterialsView } from "#core/protocol/report/reports.ts";
import type { Language } from "#core/wording/language.ts";
import { ReasonDialog } from "#addin/components/admin/reason-dialog.tsx";
import { adminWords } from "#addin/wording/accounts/admin-words.ts";
import { reportSubmissionWords } from "#addin/wording/report/report-submission-words.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import "../report-submission.css";

const KINDS = ["points", "lists"] as const;
type Kind = (typeof KINDS)[number];

export interface MaterialsBarProps {
  readonly language: Language;
  readonly lists: MaterialsView["lists"];
  /** Fetch the document and hand it to the browser; the reason is logged (A13). */
  readonly save: (kind: Kind, reason: string) => Promise<Result<unknown, ShownRefusal>>;
}

/** The two materials that go with the report, as documents (R8). */
export function MaterialsBar({ language, lists, save }: MaterialsBarProps) {
  const words = reportSubmissionWords[language].materials;
  const [asked, setAsked] = useState<Kind | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      <div className="report-bar">
        {KINDS.map((kind) => (
          <Button key={kind} onClick={() => setAsked(kind)}>
            {words[kind]}
          </Button>
        ))}
      </div>
      {lists.length > 0 && (
        <p className="admin-muted">
          {lists
            .map(({ kind, title, count }) => words.listed(kind === "names" ? title : words.listKinds[kind], count))
            .join(adminWords[language].listComma)}
        </p>
      )}
      {asked && (
        <ReasonDialog
          around={{ language }}
          title={words[asked]}
          text={words.takeAbout}
          confirm={words.take}
          least={2}
          ask={(reason) => save(asked, reason)}
          onDone={close}
          onClose={close}
        />
      )}
    </>
  );
}
