import type { Language } from "#core/wording/language.ts";
import type { BulkAnswer } from "#core/protocol/records/transfers.ts";
import { PermittedButton } from "../admin/permitted-button.tsx";
import { RefusalBar } from "../admin/refusal-bar.tsx";
import type { Request } from "../admin/use-request.ts";
import { ActResult } from "./act-result.tsx";

export interface ActBarProps {
  readonly language: Language;
  readonly label: string;
  /** Why it cannot be done yet; null: it can. */
  readonly whyNot: string | null;
  readonly request: Pick<Request, "busy" | "refusal">;
  readonly onAct: () => void;
  /** Of the last act; null: nothing was done yet. */
  readonly answer: BulkAnswer<unknown> | null;
  readonly done: (count: number) => string;
  /** In the order asked. */
  readonly names: readonly string[];
}

/** The one button of an act on many, and what became of it. */
export function ActBar({ language, label, whyNot, request, onAct, answer, done, names }: ActBarProps) {
  return (
    <>
      <div className="procedure-bar">
        <PermittedButton
          appearance="primary"
          allowed={whyNot === null && !request.busy}
          whyNot={whyNot ?? ""}
          label={label}
          onClick={onAct}
        />
      </div>
      <RefusalBar around={{ language }} refusal={request.refusal} />
      <ActResult language={language} answer={answer} done={done} nameOf={(row) => names[row] ?? ""} />
    </>
  );
}

/** Somebody is ticked, and everything that must be filled in is. */
export function whyNotAct(
  count: number,
  missing: readonly string[],
  say: { readonly tickFirst: string; readonly missing: (fields: string) => string },
): string | null {
  if (count === 0) return say.tickFirst;
  return missing.length === 0 ? null : say.missing(missing.join("、"));
}
