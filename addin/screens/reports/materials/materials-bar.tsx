import { Button } from "@fluentui/react-components";
import type { Result } from "#core/kernel/result.ts";
import type { MaterialsView } from "#core/protocol/reports.ts";
import type { Language } from "#core/wording/language.ts";
import { RefusalBar } from "#addin/components/admin/refusal-bar.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { adminWords } from "#addin/wording/accounts/admin-words.ts";
import { reportSubmissionWords } from "#addin/wording/report/report-submission-words.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import "../report-submission.css";

export interface MaterialsBarProps {
  readonly language: Language;
  readonly lists: MaterialsView["lists"];
  /** Fetch the document and hand it to the browser. */
  readonly savePoints: () => Promise<Result<unknown, ShownRefusal>>;
  readonly saveLists: () => Promise<Result<unknown, ShownRefusal>>;
}

/** The two materials that go with the report, as documents (R8). */
export function MaterialsBar({ language, lists, savePoints, saveLists }: MaterialsBarProps) {
  const words = reportSubmissionWords[language].materials;
  const request = useRequest();
  return (
    <>
      <div className="report-bar">
        <Button disabledFocusable={request.busy} onClick={() => void request.run(savePoints)}>
          {words.points}
        </Button>
        <Button disabledFocusable={request.busy} onClick={() => void request.run(saveLists)}>
          {words.lists}
        </Button>
      </div>
      {lists.length > 0 && (
        <p className="admin-muted">
          {lists.map(({ title, count }) => words.listed(title, count)).join(adminWords[language].listComma)}
        </p>
      )}
      <RefusalBar around={{ language }} refusal={request.refusal} />
    </>
  );
}
