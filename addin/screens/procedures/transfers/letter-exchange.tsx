import { Button } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { Result } from "#core/kernel/result.ts";
import type { ReceiptsAnswer, TransferListed } from "#core/protocol/records/transfers.ts";
import type { Language } from "#core/wording/language.ts";
import { PermittedButton } from "#addin/components/admin/permitted-button.tsx";
import { ReasonDialog } from "#addin/components/admin/reason-dialog.tsx";
import { RefusalBar } from "#addin/components/admin/refusal-bar.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { transfersWords } from "#addin/wording/procedures/transfers-words.ts";

export interface LetterExchangeProps {
  readonly language: Language;
  readonly chosen: readonly TransferListed[];
  /** Saves the workbook on this desk. */
  readonly send: (letters: readonly TransferListed[], reason: string) => Promise<Result<unknown, ShownRefusal>>;
  readonly receipts: (file: File) => Promise<Result<ReceiptsAnswer, ShownRefusal>>;
  readonly onReceipts: (answer: ReceiptsAnswer) => void;
}

/** Letters to committees that are not on this service, as a workbook that comes back as the receipt (M12a). */
export function LetterExchange({ language, chosen, send, receipts, onReceipts }: LetterExchangeProps) {
  const words = transfersWords[language].exchange;
  const [isAsking, setAsking] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const request = useRequest();
  const canGo = chosen.every(({ outside, state }) => outside && state === "open");
  const take = (file: File | undefined) => {
    if (file) void request.run(() => receipts(file), onReceipts);
  };
  return (
    <>
      <PermittedButton
        label={words.send}
        allowed={chosen.length > 0 && canGo}
        whyNot={chosen.length === 0 ? transfersWords[language].tickFirst : words.onlyOutside}
        onClick={() => setAsking(true)}
      />
      <Button disabledFocusable={request.busy} onClick={() => input.current?.click()}>
        {words.receipts}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".xlsx"
        hidden
        aria-label={words.receipts}
        onChange={({ target }) => {
          take(target.files?.[0]);
          target.value = "";
        }}
      />
      <RefusalBar around={{ language }} refusal={request.refusal} />
      {isAsking && (
        <ReasonDialog
          around={{ language }}
          title={words.send}
          text={words.about(chosen.length)}
          confirm={words.save}
          least={2}
          ask={(reason) => send(chosen, reason)}
          onDone={() => setAsking(false)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
