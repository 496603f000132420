import type { IntakeRefusal } from "#core/sheet/intake-refusal.ts";

type IntakeSentences = {
  readonly [Code in IntakeRefusal["code"]]: (refusal: Extract<IntakeRefusal, { readonly code: Code }>) => string;
};

export const intakeSentencesEn = {
  "workbook-not-xlsx": ({ found }) => `This is no .xlsx workbook (${found}). Save it as .xlsx first.`,
  "workbook-damaged": ({ what, place }) => `The workbook is damaged (${what}, ${place}).`,
  "workbook-hostile": ({ what, place }) =>
    `The workbook is built in a way that is not safe to read (${what}, ${place}).`,
  "workbook-too-big": ({ found, most }) => `The workbook is too big (${found}, at most ${most}).`,
  "workbook-encrypted": () => "The workbook has a password; remove it first.",
  "workbook-active-content": ({ place }) => `The workbook has macros or outside connections (${place}).`,
  "workbook-timeout": () => "Reading the workbook took too long and was stopped.",
} satisfies IntakeSentences;
