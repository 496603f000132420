import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  SearchBox,
  Select,
} from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { ModalDialog } from "#addin/components/dialogs/modal-dialog.tsx";
import type { Result } from "#core/kernel/result.ts";
import type { CopyNew, LedgerList, LedgerListed } from "#core/protocol/ledgers.ts";
import type { TemplateListed } from "#core/protocol/templates.ts";
import type { Language } from "#core/wording/language.ts";
import { namesEn } from "#core/wording/texts/names-en.ts";
import { namesZh } from "#core/wording/texts/names-zh.ts";
import { sayShownRefusal, type ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { workbenchPagesWords } from "#addin/wording/workbench-pages-words.ts";
import "./copy-new.css";

type Asked<T> = Promise<Result<T, ShownRefusal>>;

export interface CopyNewDialogProps {
  readonly language: Language;
  readonly templates: (search: string) => Asked<readonly TemplateListed[]>;
  /** Own ledgers of earlier years made from the same template. */
  readonly earlier: (templateId: string) => Asked<LedgerList>;
  readonly make: (asked: CopyNew) => Asked<{ readonly ledgerId: string; readonly made: boolean }>;
  readonly onOpen: (ledgerId: string, made: boolean) => void;
  readonly onClose: () => void;
}

/** 复制新增 (L2): find a template by name, take over one's earlier wording, get one's own ledger. */
export function CopyNewDialog(props: CopyNewDialogProps) {
  const words = workbenchPagesWords(props.language).copyNew;
  const [chosen, setChosen] = useState<TemplateListed | null>(null);
  const [from, setFrom] = useState("");
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const choose = (template: TemplateListed) => {
    setChosen(template);
    setName(template.name);
    setFrom("");
  };
  const make = async () => {
    if (!chosen) return;
    setBusy(true);
    const answer = await props.make({
      templateVersionId: chosen.versionId,
      ...(from === "" ? {} : { from }),
      ...(name.trim() === "" ? {} : { name: name.trim() }),
    });
    setBusy(false);
    if (answer.ok) props.onOpen(answer.value.ledgerId, answer.value.made);
    else setProblem(sayShownRefusal(props.language, answer.refusal));
  };
  return (
    <ModalDialog busy={busy} onClose={props.onClose}>
      <DialogSurface className="copy-new">
        <DialogBody>
          <DialogTitle>{words.title}</DialogTitle>
          <DialogContent>
            <TemplateChoice props={props} chosen={chosen} onChoose={choose} onProblem={setProblem} />
            {chosen && (
              <div className="copy-new-chosen">
                <Field label={words.name}>
                  <Input value={name} maxLength={100} onChange={(_, data) => setName(data.value)} />
                </Field>
                <EarlierChoice key={chosen.templateId} props={props} template={chosen} from={from} onFrom={setFrom} />
              </div>
            )}
            {problem !== null && (
              <MessageBar intent="error" layout="multiline" role="alert">
                <MessageBarBody>{problem}</MessageBarBody>
              </MessageBar>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={props.onClose} disabled={busy}>
              {words.cancel}
            </Button>
            <Button appearance="primary" disabledFocusable={busy || chosen === null} onClick={() => void make()}>
              {words.make}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </ModalDialog>
  );
}

interface TemplateChoiceProps {
  readonly props: CopyNewDialogProps;
  readonly chosen: TemplateListed | null;
  readonly onChoose: (template: TemplateListed) => void;
  readonly onProblem: (problem: string) => void;
}

function TemplateChoice({ props, chosen, onChoose, onProblem }: TemplateChoiceProps) {
  const words = workbenchPagesWords(props.language).copyNew;
  const [search, setSearch] = useState("");
  const [found, setFound] = useState<readonly TemplateListed[] | null>(null);
  useEffect(() => {
    let wanted = true;
    void props.templates(search).then((answer) => {
      if (!wanted) return;
      if (answer.ok) setFound(answer.value.filter(({ state }) => state === "published"));
      else onProblem(sayShownRefusal(props.language, answer.refusal));
    });
    return () => {
      wanted = false;
    };
  }, [search]);
  return (
    <>
      <SearchBox
        className="copy-new-search"
        placeholder={words.search}
        aria-label={words.search}
        value={search}
        onChange={(_, data) => setSearch(data.value)}
      />
      {found?.length === 0 && <p>{words.noTemplates}</p>}
      <ul className="copy-new-list" aria-label={words.templates}>
        {found?.map((template) => (
          <li key={template.versionId} data-chosen={chosen?.versionId === template.versionId}>
            <TemplateRow
              template={template}
              language={props.language}
              chosen={chosen?.versionId === template.versionId}
              onChoose={onChoose}
              onOpen={(id) => props.onOpen(id, true)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

interface TemplateRowProps {
  readonly template: TemplateListed;
  readonly language: Language;
  readonly chosen: boolean;
  readonly onChoose: (template: TemplateListed) => void;
  readonly onOpen: (ledgerId: string) => void;
}

function TemplateRow({ template, language, chosen, onChoose, onOpen }: TemplateRowProps) {
  const words = workbenchPagesWords(language).copyNew;
  const { levels } = language === "zh-CN" ? namesZh : namesEn;
  const { ownLedgerId } = template;
  const facts = `${template.year}　${levels[template.level]}　${words.facts(template.items, template.base)}`;
  return (
    <>
      <button
        type="button"
        disabled={!template.mayCopy || ownLedgerId !== null}
        aria-pressed={chosen}
        onClick={() => onChoose(template)}
      >
        <strong>{template.name}</strong>
        <small>{facts}</small>
        {!template.mayCopy && ownLedgerId === null && <small>{words.notYours}</small>}
      </button>
      {ownLedgerId !== null && (
        <Button size="small" aria-label={`${words.openOwn}: ${template.name}`} onClick={() => onOpen(ownLedgerId)}>
          {words.openOwn}
        </Button>
      )}
    </>
  );
}

interface EarlierChoiceProps {
  readonly props: CopyNewDialogProps;
  readonly template: TemplateListed;
  readonly from: string;
  readonly onFrom: (from: string) => void;
}

function EarlierChoice({ props, template, from, onFrom }: EarlierChoiceProps) {
  const words = workbenchPagesWords(props.language).copyNew;
  const [earlier, setEarlier] = useState<readonly LedgerListed[]>([]);
  useEffect(() => {
    void props.earlier(template.templateId).then((answer) => {
      if (answer.ok) setEarlier(answer.value.ledgers.filter(({ year }) => year < template.year));
    });
  }, [template.templateId]);
  if (earlier.length === 0) return null;
  return (
    <Field label={words.earlier}>
      <Select value={from} onChange={(_, data) => onFrom(data.value)}>
        <option value="">{words.none}</option>
        {earlier.map((ledger) => (
          <option key={ledger.id} value={ledger.id}>{`${ledger.year}　${ledger.name}`}</option>
        ))}
      </Select>
    </Field>
  );
}
