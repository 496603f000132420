import { Button } from "@fluentui/react-components";
import type { TransferListed } from "#core/protocol/records/transfers.ts";
import type { Language } from "#core/wording/language.ts";
import type { PlainColumn } from "#addin/components/admin/plain-table.tsx";
import { TickedTable } from "#addin/components/procedures/ticked-table.tsx";
import { transfersWords } from "#addin/wording/procedures/transfers-words.ts";

/** More rows than this nobody reads; the page stays quick. */
const MOST = 200;

export interface LettersTableProps {
  readonly language: Language;
  readonly side: "out" | "in";
  readonly letters: readonly TransferListed[];
  /** Overdue ones are shown with their holders' numbers (M14). */
  readonly phones: boolean;
  readonly empty: string;
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
  readonly onLetter: (letter: TransferListed) => void;
}

export function LettersTable(props: LettersTableProps) {
  const { language, letters, ticked, onTick, empty } = props;
  const words = transfersWords[language];
  return (
    <>
      <TickedTable<TransferListed>
        caption={words.parts[props.side]}
        all={words.all}
        rows={letters.slice(0, MOST)}
        keyOf={({ id }) => id}
        nameOf={({ name }) => name}
        ticked={ticked}
        onTick={onTick}
        empty={empty}
        columns={columnsOf(props)}
      />
      {letters.length > MOST && <p className="procedure-hint">{words.more(letters.length - MOST)}</p>}
    </>
  );
}

function columnsOf({ language, side, phones, onLetter }: LettersTableProps): readonly PlainColumn<TransferListed>[] {
  const words = transfersWords[language];
  const { columns } = words;
  return [
    { key: "name", title: columns.name, width: "64px", cell: ({ name }) => name },
    { key: "id", title: columns.idNumber, width: "136px", cell: ({ idNumber }) => idNumber },
    { key: "from", title: columns.from, cell: ({ from }) => from },
    { key: "to", title: columns.to, cell: (letter) => <Destination language={language} letter={letter} /> },
    {
      key: "state",
      title: columns.state,
      width: "130px",
      cell: (letter) => <State language={language} letter={letter} />,
    },
    { key: "until", title: columns.until, width: "84px", cell: ({ validUntil }) => validUntil ?? "" },
    ...(phones
      ? [{ key: "mobile", title: columns.mobile, width: "96px", cell: ({ mobile }: TransferListed) => mobile }]
      : []),
    {
      key: "more",
      title: columns.more,
      width: "130px",
      cell: (letter) => (
        <>
          <Steps language={language} letter={letter} />
          {side === "out" && letter.outside && letter.issuedOn !== null && (
            <Button size="small" onClick={() => onLetter(letter)} aria-label={`${words.letter}：${letter.name}`}>
              {words.letter}
            </Button>
          )}
        </>
      ),
    },
  ];
}

interface LetterProps {
  readonly language: Language;
  readonly letter: TransferListed;
}

function Destination({ language, letter }: LetterProps) {
  const { to, finallyTo, branch } = letter;
  const words = transfersWords[language];
  return (
    <>
      {to === branch || branch === null ? to : `${to}　${branch}`}
      {finallyTo !== "" && <div className="procedure-hint">{words.finallyTo(finallyTo)}</div>}
    </>
  );
}

/** Never by colour alone: overdue is said. */
function State({ language, letter }: LetterProps) {
  const words = transfersWords[language];
  const { state, overdue, kind, number } = letter;
  return (
    <>
      {words.states[state]} {overdue && <strong className="transfer-overdue">{words.overdue}</strong>}
      <div className="procedure-hint">
        {[words.kinds[kind], ...(number === null || number === "" ? [] : [words.number(number)])].join("　")}
      </div>
    </>
  );
}

function Steps({ language, letter }: LetterProps) {
  const words = transfersWords[language];
  const last = letter.steps.at(-1);
  return (
    <details className="transfer-steps">
      <summary>{last ? `${last.on} ${words.steps[last.act]}` : ""}</summary>
      <ol>
        {letter.steps.map(({ act, on, who, reason }, place) => (
          // Steps are only ever added at the end.
          <li key={place}>{[on, words.steps[act], who, reason].filter((part) => part !== "").join("　")}</li>
        ))}
      </ol>
    </details>
  );
}
