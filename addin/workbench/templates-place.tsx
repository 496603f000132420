import { useMemo, useState } from "react";
import type { TemplateView } from "#core/protocol/templates.ts";
import { placeOfProblem, templateOfBook } from "#core/sheet/template/template-of-book.ts";
import { templateBook } from "#core/sheet/template/template-book.ts";
import { TEMPLATE_WORDS_ZH } from "#core/sheet/template/template-words.ts";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { useAsk } from "#addin/components/dialogs/use-ask.tsx";
import type { OpenGrid } from "#addin/hosts/grid/open-grid.ts";
import { TemplateEditor, type ShownProblem } from "#addin/screens/templates/template-editor.tsx";
import { TemplatesScreen } from "#addin/screens/templates/templates-screen.tsx";
import type { ClientRefusal } from "#addin/service-client/client-refusal.ts";
import { sayShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { sayTemplateProblem } from "#addin/wording/ledger/template-problems.ts";
import { workbenchPagesWords } from "#addin/wording/workbench-pages-words.ts";
import { BookPane } from "./book-pane.tsx";
import type { OtherPlacesProps } from "./other-places-props.ts";
import { useLoad } from "#addin/session/use-load.ts";

export function TemplatesPlace(props: OtherPlacesProps) {
  const { client, language } = props;
  const [search, setSearch] = useState("");
  const [open, setOpen] = useState<string | null>(null);
  const templates = useLoad(search, () => client.templates({ search }));
  const revise = async (versionId: string) => {
    const answer = await client.reviseTemplate(versionId);
    if (answer.ok) setOpen(answer.value.versionId);
    else props.onTell(sayShownRefusal(language, answer.refusal));
  };
  if (open !== null) {
    return (
      <OneTemplate
        key={open}
        {...props}
        versionId={open}
        onBack={() => {
          setOpen(null);
          templates.reload();
        }}
      />
    );
  }
  return (
    <TemplatesScreen
      language={language}
      search={search}
      onSearch={setSearch}
      templates={templates.data}
      onReload={templates.reload}
      onOpen={({ versionId }) => setOpen(versionId)}
      onRevise={({ versionId }) => void revise(versionId)}
    />
  );
}

interface OneTemplateProps extends OtherPlacesProps {
  readonly versionId: string;
  readonly onBack: () => void;
}

function OneTemplate(props: OneTemplateProps) {
  const view = useLoad(props.versionId, () => props.client.template(props.versionId));
  return (
    <LoadArea around={{ language: props.language }} data={view.data} onRetry={view.reload}>
      {(there) => <Editor {...props} view={there} onReload={view.reload} />}
    </LoadArea>
  );
}

interface EditorProps extends OneTemplateProps {
  readonly view: TemplateView;
  readonly onReload: () => void;
}

/** Saves what stands in the sheet; the service's problems are led back to their cells. */
function Editor({ client, language, me, view, onBack, onReload, onTell }: EditorProps) {
  const words = workbenchPagesWords(language).templates;
  const [grid, setGrid] = useState<OpenGrid | null>(null);
  const [problems, setProblems] = useState<readonly ShownProblem[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const book = useMemo(
    () => templateBook(bookView(view, me.unit?.name ?? "", me.accountName), TEMPLATE_WORDS_ZH),
    [view],
  );
  const save = async (): Promise<boolean> => {
    if (!grid) return false;
    setBusy(true);
    await grid.host.commitTyping();
    const draft = templateOfBook(await grid.host.read(), TEMPLATE_WORDS_ZH);
    const answer = await client.saveTemplate(view.versionId, { baseRevision: view.revision, body: draft.body });
    setBusy(false);
    const refused = answer.ok ? null : answer.refusal;
    setProblems(
      problemsOf(refused, (code, path) => ({
        text: sayTemplateProblem(language, code),
        place: placeOfProblem(draft, path) ?? null,
      })),
    );
    setRefusal(refused && refused.code !== "template-invalid" ? sayShownRefusal(language, refused) : null);
    if (answer.ok) onReload();
    if (answer.ok) onTell(words.saved);
    return answer.ok;
  };
  const { ask, question } = useAsk(language);
  const publish = async () => {
    if (!(await ask({ title: words.publish, text: words.publishAsk, confirm: words.publish }))) return;
    if (!(await save())) return;
    const answer = await client.publishTemplate(view.versionId);
    if (answer.ok) onBack();
    else setRefusal(sayShownRefusal(language, answer.refusal));
  };
  return (
    <>
      {question}
      <TemplateEditor
        language={language}
        view={view}
        busy={busy}
        problems={problems}
        refusal={refusal}
        sheet={<BookPane language={language} book={book} onGrid={setGrid} />}
        onSave={() => void save()}
        onPublish={() => void publish()}
        onBack={onBack}
        onGo={(place) => void grid?.host.select(place)}
      />
    </>
  );
}

function problemsOf(
  refusal: ClientRefusal | null,
  show: (code: string, path: string) => ShownProblem,
): readonly ShownProblem[] {
  return refusal?.code === "template-invalid" ? refusal.problems.map(({ code, place }) => show(code, place)) : [];
}

function bookView(view: TemplateView, unitName: string, account: string) {
  const issue = { service: "", definition: view.versionId, change: 0, issuedAt: "", issuedTo: account };
  return { issue, templateId: view.templateId, unitName, body: view.body, mayEdit: view.mayEdit };
}
