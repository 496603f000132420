import type { FieldCatalogue } from "./field-catalogue.ts";
import type { FieldDefinition } from "./field.ts";

export interface ShowOptions {
  readonly catalogue: Pick<FieldCatalogue, "codeList">;
  readonly language: "zh-CN" | "en";
}

const YES_NO = { "zh-CN": { "1": "是", "0": "否" }, en: { "1": "Yes", "0": "No" } } as const;

/** What an officer reads; parseField of it gives the canonical text again. Sensitive values are shown as they are: mask them first. */
export function showField(field: FieldDefinition, canonical: string, { catalogue, language }: ShowOptions): string {
  if (canonical === "") return "";
  if (field.type === "yes-no") return canonical === "1" || canonical === "0" ? YES_NO[language][canonical] : canonical;
  if (field.type !== "code" || field.codes === undefined) return canonical;
  const value = catalogue.codeList(field.codes).byCode.get(canonical);
  if (!value) return canonical;
  return language === "en" ? value.en : value.zh;
}
