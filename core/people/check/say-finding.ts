import type { FieldCatalogue } from "../field/field-catalogue.ts";
import type { Label, RecordKind } from "../field/field.ts";
import { showField } from "../field/show-field.ts";
import type { RecordChecks } from "./build-record-checks.ts";
import type { Finding } from "./record-check.ts";

const LANGUAGES = { zh: "zh-CN", en: "en" } as const;
const NOTHING = { zh: "（空）", en: "(empty)" } as const;

/** A finding as a sentence in both languages. @throws on a finding of another catalogue (a bug). */
export function sayFinding({ check, facts }: Finding, checks: RecordChecks): Label {
  const definition = checks.byCode.get(check);
  if (!definition) throw new Error(`unknown check: ${check}`);
  const say = (language: keyof Label) =>
    definition.text[language].replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = facts[name] ?? "";
      return shown(checks.tools.catalogue, { of: definition.scope, name, value, language });
    });
  return { zh: say("zh"), en: say("en") };
}

interface Blank {
  readonly of: RecordKind;
  readonly name: string;
  readonly value: string;
  readonly language: keyof Label;
}

function shown(catalogue: FieldCatalogue, { of, name, value, language }: Blank): string {
  if (value === "") return NOTHING[language];
  if (name === "missing" || name === "which") {
    const labels = value.split(",").map((key) => catalogue.byKey(of, key)?.definition.label[language] ?? key);
    return labels.join(language === "zh" ? "、" : ", ");
  }
  // A proposed kind is said as its field says it.
  const address = catalogue.byKey(of, name === "proposed" && value.length === 1 ? "joinKind" : name);
  return address ? showField(address.definition, value, { catalogue, language: LANGUAGES[language] }) : value;
}
