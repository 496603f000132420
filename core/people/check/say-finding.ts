import type { FieldCatalogue } from "../field/field-catalogue.ts";
import type { Label, RecordKind } from "../field/field.ts";
import { showField } from "../field/show-field.ts";
import type { RecordChecks } from "./build-record-checks.ts";
import type { Finding } from "./record-check.ts";

const LANGUAGES = { zh: "zh-CN", en: "en" } as const;
/** {joinedOn} is that field's value; {proposed:joinKind} is the fact "proposed", said as that field says it. */
const BLANK = /\{(\w+)(?::(\w+))?\}/g;
const NOTHING = { zh: "（空）", en: "(empty)" } as const;

/** A finding as a sentence in both languages. @throws on a finding of another catalogue (a bug). */
export function sayFinding({ check, facts }: Finding, checks: RecordChecks): Label {
  const definition = checks.byCode.get(check);
  if (!definition) throw new Error(`unknown check: ${check}`);
  const say = (language: keyof Label) =>
    definition.text[language].replace(BLANK, (_, name: string, field: string | undefined) => {
      const value = facts[name] ?? "";
      return shown(checks.tools.catalogue, { of: definition.scope, name, field: field ?? name, value, language });
    });
  return { zh: say("zh"), en: say("en") };
}

interface Blank {
  readonly of: RecordKind;
  readonly name: string;
  readonly field: string;
  readonly value: string;
  readonly language: keyof Label;
}

function shown(catalogue: FieldCatalogue, { of, name, field, value, language }: Blank): string {
  if (value === "") return NOTHING[language];
  if (name === "missing" || name === "which") {
    const labels = value.split(",").map((key) => catalogue.byKey(of, key)?.definition.label[language] ?? key);
    return labels.join(language === "zh" ? "、" : ", ");
  }
  const address = catalogue.byKey(of, field);
  return address ? showField(address.definition, value, { catalogue, language: LANGUAGES[language] }) : value;
}
