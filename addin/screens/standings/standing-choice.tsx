import { Field, Select } from "@fluentui/react-components";
import type { StandingChoices, StandingQuery } from "#core/protocol/standings.ts";
import type { Language } from "#core/wording/language.ts";
import { workbenchPagesWords } from "#addin/wording/workbench-pages-words.ts";

export interface StandingChoiceProps {
  readonly language: Language;
  readonly choices: StandingChoices;
  readonly query: StandingQuery | null;
  readonly onQuery: (query: StandingQuery) => void;
}

/** Year, template and scope: what one standing ranks (L17). */
export function StandingChoice({ language, choices, query, onQuery }: StandingChoiceProps) {
  const words = workbenchPagesWords(language).standings;
  const year = query?.year ?? choices.years[0] ?? 0;
  const templates = choices.templates.filter((template) => template.year === year);
  const choose = (wish: { readonly year: number; readonly templateId: string; readonly unitId: string }) => {
    const made = queryOf(choices, wish);
    if (made) onQuery(made);
  };
  const now = { year, templateId: query?.templateId ?? "", unitId: query?.unitId ?? "" };
  return (
    <div className="standing-choice">
      <Field label={words.year}>
        <Select size="small" value={String(year)} onChange={(_, data) => choose({ ...now, year: Number(data.value) })}>
          {choices.years.map((value) => (
            <option key={value}>{value}</option>
          ))}
        </Select>
      </Field>
      <Field label={words.template}>
        <Select size="small" value={now.templateId} onChange={(_, data) => choose({ ...now, templateId: data.value })}>
          {templates.map((template) => (
            <option key={template.templateId} value={template.templateId}>
              {template.name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.scope}>
        <Select size="small" value={now.unitId} onChange={(_, data) => choose({ ...now, unitId: data.value })}>
          {choices.scopes.map((scope) => (
            <option key={scope.unitId} value={scope.unitId}>
              {scope.name}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}

/** The wish where it can be had, else the nearest: another year has other templates. */
export function queryOf(
  choices: StandingChoices,
  wish: { readonly year?: number; readonly templateId?: string; readonly unitId?: string },
): StandingQuery | null {
  const year = wish.year ?? choices.years[0];
  const ofYear = choices.templates.filter((template) => template.year === year);
  const template = ofYear.find(({ templateId }) => templateId === wish.templateId) ?? ofYear[0];
  const scope = choices.scopes.find(({ unitId }) => unitId === wish.unitId) ?? choices.scopes[0];
  if (year === undefined || !template || !scope) return null;
  return { year, level: template.level, templateId: template.templateId, unitId: scope.unitId };
}
