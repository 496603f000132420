import { useMemo, useState } from "react";
import { standingBook } from "#core/sheet/standing/standing-book.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { StandingAnswer, StandingQuery } from "#core/protocol/standings.ts";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { ReasonDialog } from "#addin/components/admin/reason-dialog.tsx";
import { useAsk } from "#addin/components/dialogs/use-ask.tsx";
import type { OpenGrid } from "#addin/hosts/grid/open-grid.ts";
import { queryOf, StandingChoice } from "#addin/screens/standings/standing-choice.tsx";
import { StandingsScreen } from "#addin/screens/standings/standings-screen.tsx";
import { sayShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { standingWords } from "#addin/wording/ledger/standing-words.ts";
import { workbenchPagesWords } from "#addin/wording/workbench-pages-words.ts";
import { workbenchWords } from "#addin/wording/workbench-words.ts";
import { bookHtml } from "#addin/session/book/book-html.ts";
import { BookPane } from "./book-pane.tsx";
import { saved } from "#addin/session/evidence-functions.ts";
import { saveFile } from "#addin/session/book/save-file.ts";
import type { OtherPlacesProps } from "./other-places-props.ts";
import { printHtml } from "#addin/session/book/print-html.ts";
import { useLoad } from "#addin/session/use-load.ts";

/** Standings: choices, the sheet, and what can be done with it. */
export function StandingsPlace(props: OtherPlacesProps) {
  const { client, language } = props;
  const choices = useLoad("choices", client.standingChoices);
  const [wish, setWish] = useState<StandingQuery | null>(null);
  return (
    <LoadArea around={{ language }} data={choices.data} onRetry={choices.reload}>
      {(there) => {
        const query = wish ?? queryOf(there, {});
        const choice = <StandingChoice language={language} choices={there} query={query} onQuery={setWish} />;
        return <OneStanding {...props} query={query} choice={choice} />;
      }}
    </LoadArea>
  );
}

interface OneStandingProps extends OtherPlacesProps {
  readonly query: StandingQuery | null;
  readonly choice: React.ReactNode;
}

function OneStanding(props: OneStandingProps) {
  const { client, language, query, onTell } = props;
  const words = workbenchPagesWords(language).standings;
  const standing = useLoad(query && JSON.stringify(query), async () =>
    query ? await client.standing(query) : { ok: false, refusal: { code: "not-found" } },
  );
  const [selected, setSelected] = useState<string | null>(null);
  const [grid, setGrid] = useState<OpenGrid | null>(null);
  const book = useMemo(
    () => (standing.data.state === "ready" ? standingBook(standing.data.value.sheet, standingWords(language)) : null),
    [standing.data, language],
  );
  const { ask, question } = useAsk(language);
  const publish = async () => {
    if (!query || !(await ask({ title: words.publish, text: words.publishAsk, confirm: words.publish }))) return;
    const answer = await client.publishStanding(query);
    if (!answer.ok) onTell(sayShownRefusal(language, answer.refusal));
    standing.reload();
  };
  const [taking, setTaking] = useState<"xlsx" | "docx" | null>(null);
  const sheet = (_standing: StandingAnswer) =>
    book && (
      <StandingSheet
        language={language}
        book={book}
        onGrid={setGrid}
        onSelected={setSelected}
        onOpen={props.onLedger}
      />
    );
  return (
    <>
      {question}
      {query && taking && <Taking {...props} query={query} format={taking} onClose={() => setTaking(null)} />}
      <StandingsScreen
        language={language}
        choice={props.choice}
        hasChoice={query !== null}
        standing={standing.data}
        onReload={standing.reload}
        sheet={sheet}
        selected={selected}
        onOpen={props.onLedger}
        onPublish={() => void publish()}
        onOutput={setTaking}
        onPrint={() => {
          if (grid && book) void grid.host.read().then((reading) => printHtml(bookHtml(book, reading)));
        }}
      />
    </>
  );
}

interface TakingProps extends OtherPlacesProps {
  readonly query: StandingQuery;
  readonly format: "xlsx" | "docx";
  readonly onClose: () => void;
}

/** The standing as a file, for a reason that is logged (A13). */
function Taking({ client, language, query, format, onTell, onClose }: TakingProps) {
  const words = workbenchWords(language);
  const own = workbenchPagesWords(language).standings;
  return (
    <ReasonDialog
      around={{ language }}
      title={own[format]}
      text={words.ledger.outputAsk}
      confirm={words.ledger.output}
      least={2}
      ask={async (reason) => {
        const answer = await client.standingOutput({ ...query, reason }, format);
        return await saved(answer, `${own.title}.${format}`, saveFile);
      }}
      onDone={({ fileName }) => {
        onTell(words.ledger.exported(fileName));
        onClose();
      }}
      onClose={onClose}
    />
  );
}

interface StandingSheetProps {
  readonly language: OtherPlacesProps["language"];
  readonly book: SheetBook;
  readonly onGrid: (grid: OpenGrid | null) => void;
  readonly onSelected: (ledgerId: string | null) => void;
  readonly onOpen: (ledgerId: string) => void;
}

/** Rows carry their ledger's id as key. */
function StandingSheet({ language, book, onGrid, onSelected, onOpen }: StandingSheetProps) {
  const select = useMemo(
    () =>
      ({ rowKey }: { readonly rowKey: string | null }) =>
        onSelected(rowKey),
    [onSelected],
  );
  return (
    <BookPane
      language={language}
      book={book}
      onGrid={onGrid}
      onSelection={select}
      onLink={(link) => onOpen(ledgerOfLink(link))}
    />
  );
}

/** "ledgers/led_1" */
function ledgerOfLink(link: string): string {
  return link.slice(link.lastIndexOf("/") + 1);
}
