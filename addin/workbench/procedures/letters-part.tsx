import { useState } from "react";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import type { TransferListed } from "#core/protocol/records/transfers.ts";
import type { BranchChoice } from "#addin/screens/procedures/transfers/branch-select.tsx";
import { LettersScreen, type ShownLetters } from "#addin/screens/procedures/transfers/letters-screen.tsx";
import { saved } from "#addin/session/evidence-functions.ts";
import { saveFile } from "#addin/session/book/save-file.ts";
import { useLoad } from "#addin/session/use-load.ts";
import { sayShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { transfersWords } from "#addin/wording/procedures/transfers-words.ts";
import type { ProceduresPageProps } from "./procedures-page-props.ts";

export interface LettersPartProps extends ProceduresPageProps {
  readonly side: "out" | "in";
  readonly on: string | null;
  readonly branches: readonly BranchChoice[];
  readonly today: string;
}

/** Letters out of or into the unit and everything below it. */
export function LettersPart({ client, language, unit, side, on, branches, today, onTell }: LettersPartProps) {
  const words = transfersWords[language];
  const [shown, setShown] = useState<ShownLetters>("open");
  const asked = { unit, side, open: shown, on };
  const letters = useLoad(JSON.stringify(asked), () => client.transfers.list(asked));
  const save = async ({ id, name }: TransferListed) => {
    const answer = await saved(await client.transfers.letter(id), `${words.letter} ${name}.docx`, saveFile);
    onTell(answer.ok ? words.saved(answer.value.fileName) : sayShownRefusal(language, answer.refusal));
  };
  const send = async (chosen: readonly TransferListed[], reason: string) => {
    const file = await client.transfers.workbook({ transfers: chosen.map(({ id }) => id), reason });
    const answer = await saved(file, `${words.letter}.xlsx`, saveFile);
    if (answer.ok) onTell(words.exchange.saved(answer.value.fileName));
    return answer;
  };
  return (
    <LoadArea around={{ language }} data={letters.data} onRetry={letters.reload}>
      {(listed) => (
        <LettersScreen
          {...{ language, side, shown, branches, today, letters: listed }}
          onShown={setShown}
          act={client.transfers.act}
          onActed={letters.reload}
          send={send}
          receipts={client.transfers.receipts}
          onLetter={(letter) => void save(letter)}
        />
      )}
    </LoadArea>
  );
}
