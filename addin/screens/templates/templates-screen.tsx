import { Badge, Button, SearchBox } from "@fluentui/react-components";
import type { Loadable } from "#addin/components/admin/loadable.ts";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { PlainTable } from "#addin/components/admin/plain-table.tsx";
import { ScreenFrame } from "#addin/components/admin/screen-frame.tsx";
import type { Language } from "#core/wording/language.ts";
import { namesEn } from "#core/wording/texts/names-en.ts";
import { namesZh } from "#core/wording/texts/names-zh.ts";
import { workbenchPagesWords } from "#addin/wording/workbench-pages-words.ts";
import { workbenchWords } from "#addin/wording/workbench-words.ts";
import type { TemplateListed } from "#core/protocol/templates.ts";

export interface TemplatesScreenProps {
  readonly language: Language;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly templates: Loadable<readonly TemplateListed[]>;
  readonly onReload: () => void;
  readonly onOpen: (template: TemplateListed) => void;
  readonly onRevise: (template: TemplateListed) => void;
}

/** Every version there is; drafts are edited, published ones revised into new drafts (L1). */
export function TemplatesScreen(props: TemplatesScreenProps) {
  const words = workbenchPagesWords(props.language).templates;
  return (
    <ScreenFrame
      title={words.title}
      actions={
        <SearchBox
          placeholder={words.search}
          aria-label={words.search}
          value={props.search}
          onChange={(_, data) => props.onSearch(data.value)}
        />
      }
    >
      <LoadArea around={{ language: props.language }} data={props.templates} onRetry={props.onReload}>
        {(templates) => <TemplateTable props={props} templates={templates} />}
      </LoadArea>
    </ScreenFrame>
  );
}

interface TemplateTableProps {
  readonly props: TemplatesScreenProps;
  readonly templates: readonly TemplateListed[];
}

function TemplateTable({ props, templates }: TemplateTableProps) {
  const words = workbenchPagesWords(props.language).templates;
  const { levels } = props.language === "zh-CN" ? namesZh : namesEn;
  return (
    <PlainTable
      caption={words.title}
      rows={templates}
      keyOf={({ versionId }) => versionId}
      empty={words.none}
      columns={[
        { key: "name", title: words.title, cell: ({ name }) => name },
        { key: "year", title: workbenchWords(props.language).side.year, cell: ({ year }) => year },
        {
          key: "level",
          title: workbenchPagesWords(props.language).standings.scope,
          cell: ({ level }) => levels[level],
        },
        { key: "facts", title: "", cell: ({ items, base }) => words.facts(items, base) },
        {
          key: "version",
          title: "",
          cell: ({ version, state }) => (
            <>
              {words.version(version)}{" "}
              <Badge appearance="tint" color={state === "published" ? "success" : "warning"}>
                {words[state]}
              </Badge>
            </>
          ),
        },
        { key: "actions", title: "", cell: (template) => <Actions props={props} template={template} /> },
      ]}
    />
  );
}

function Actions({ props, template }: { readonly props: TemplatesScreenProps; readonly template: TemplateListed }) {
  const words = workbenchPagesWords(props.language).templates;
  const open = template.state === "draft" ? words.edit : words.view;
  return (
    <>
      <Button size="small" aria-label={`${open}: ${template.name}`} onClick={() => props.onOpen(template)}>
        {open}
      </Button>{" "}
      {template.state === "published" && (
        <Button
          size="small"
          appearance="subtle"
          aria-label={`${words.revise}: ${template.name}`}
          onClick={() => props.onRevise(template)}
        >
          {words.revise}
        </Button>
      )}
    </>
  );
}
