import { useEffect, useState } from "react";
import type { Result } from "#core/kernel/result.ts";
import type { Destination, DestinationFound, TransfersAnswer } from "#core/protocol/records/transfers.ts";
import type { Language } from "#core/wording/language.ts";
import { AskDialog } from "#addin/components/admin/ask-dialog.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { sayShownRefusal, type ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { transferFormsWords } from "#addin/wording/procedures/transfer-forms-words.ts";
import type { Going } from "./issue-rows.ts";

export type FindDestination = (code: string) => Promise<Result<DestinationFound, ShownRefusal>>;

export interface ConfirmDestinationsProps {
  readonly language: Language;
  readonly goings: readonly Going[];
  /** The unit that goes as a whole; null: ticked people go. */
  readonly wholeUnit: string | null;
  readonly find: FindDestination;
  readonly issue: () => Promise<Result<TransfersAnswer, ShownRefusal>>;
  readonly onDone: (answer: TransfersAnswer) => void;
  readonly onClose: () => void;
}

/** Names the units behind the codes before anything goes there: a mistyped code is somebody else's unit. */
export function ConfirmDestinations(props: ConfirmDestinationsProps) {
  const { language, goings, wholeUnit } = props;
  const words = transferFormsWords[language].issue;
  const places = usePlaces(props);
  const request = useRequest();
  const isKnown = places !== null && places.every(({ isFound }) => isFound);
  return (
    <AskDialog
      around={{ language }}
      title={words.confirmTitle}
      confirm={words.confirm}
      request={request}
      blocked={!isKnown}
      onConfirm={() => isKnown && void request.run(props.issue, props.onDone)}
      onClose={props.onClose}
    >
      <ul className="procedure-refused">
        {goings.map(({ count, to }, index) => {
          const place = places?.[index]?.text ?? ("unitCode" in to ? to.unitCode : to.heading);
          return (
            <li key={JSON.stringify(to)}>
              {wholeUnit === null ? words.goes(count, place) : words.wholeGoes(wholeUnit, place)}
            </li>
          );
        })}
      </ul>
    </AskDialog>
  );
}

interface Place {
  readonly text: string;
  readonly isFound: boolean;
}

/** null: still being asked for. */
function usePlaces({ language, goings, find }: ConfirmDestinationsProps): readonly Place[] | null {
  const [places, setPlaces] = useState<readonly Place[] | null>(null);
  useEffect(() => {
    let wanted = true;
    void Promise.all(goings.map(({ to }) => placeOf(to, language, find))).then((found) => wanted && setPlaces(found));
    return () => {
      wanted = false;
    };
    // The dialog stands for one question only.
  }, []);
  return places;
}

async function placeOf(to: Destination, language: Language, find: FindDestination): Promise<Place> {
  const words = transferFormsWords[language].issue;
  if (!("unitCode" in to)) {
    const where = [to.heading, ...(to.finallyTo === "" ? [] : [to.finallyTo])].join(" → ");
    return { text: to.province ? `${where}（${words.province}）` : where, isFound: true };
  }
  const found = await find(to.unitCode);
  if (!found.ok) return { text: `${to.unitCode}：${sayShownRefusal(language, found.refusal)}`, isFound: false };
  const { above, name } = found.value;
  return { text: [above, name].filter((part) => part !== "").join(" / "), isFound: true };
}
