import { z } from "zod";
import type { CodeListData } from "#core/people/field/code-list.ts";
import type { CatalogueData } from "#core/people/field/field-catalogue.ts";
import type { FieldDefinition } from "#core/people/field/field.ts";

/** The data files of templates/records and templates/codes. An office may edit them, so they are checked like anything from outside. */
const label = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const stage = z.enum(["applicant", "activist", "candidate", "probationary", "full"]);
const key = z.string().regex(/^[a-z][A-Za-z0-9]{1,39}$/);
const yes = z.literal(true);

const fieldSchema = z.strictObject({
  key,
  label,
  aliases: z.array(z.string().min(1)),
  type: z.enum(["text", "day", "month", "code", "whole", "money", "yes-no", "id-number", "phone", "person", "unit"]),
  group: z.enum(["identity", "education", "work", "development", "membership", "situation", "dues", "contact", "unit"]),
  codes: z.string().exactOptional(),
  longest: z.int().positive().exactOptional(),
  lowest: z.number().exactOptional(),
  highest: z.number().exactOptional(),
  form: z.enum(["person-name", "social-credit-code", "mobile"]).exactOptional(),
  past: yes.exactOptional(),
  months: yes.exactOptional(),
  sensitive: yes.exactOptional(),
  required: z.array(stage).exactOptional(),
  always: yes.exactOptional(),
  onlyIf: key.exactOptional(),
  unless: key.exactOptional(),
  edited: z.enum(["free", "procedure", "computed"]),
  list: z
    .enum([
      "occupations",
      "educations",
      "titles",
      "awards",
      "penalties",
      "absences",
      "trainings",
      "conversions",
      "leavings",
      "elections",
      "supports",
      "congresses",
    ])
    .exactOptional(),
  entry: key.or(z.enum(["on"])).exactOptional(),
  begins: yes.exactOptional(),
  kept: yes.exactOptional(),
  yearly: yes.exactOptional(),
  procedure: z
    .enum(["admission", "conversion", "transfer", "leaving", "unit-change", "election", "dues"])
    .exactOptional(),
  width: z.number().min(2).max(120),
  rule: z.string().regex(/^M\d+[ab]?$/),
});

export const fieldFileSchema = z.strictObject({ fields: z.array(fieldSchema).min(1) });

const codes = z.array(z.string().min(1)).min(1);
const codeListSchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z-]*$/),
  label,
  standard: z.string().optional(),
  edition: z.string().optional(),
  groups: z.array(z.strictObject({ ...label.shape, codes })).optional(),
  olderEditions: z
    .array(
      z.strictObject({
        edition: z.string(),
        values: z.array(z.strictObject({ code: z.string(), zh: z.string(), means: z.string().nullable() })),
      }),
    )
    .optional(),
  values: z
    .array(
      z.strictObject({ ...label.shape, code: z.string().min(1), also: codes.optional(), alsoCodes: codes.optional() }),
    )
    .min(1),
});

export const codeFileSchema = z.strictObject({ lists: z.array(codeListSchema).min(1) });

/** What the files hold, as they were read: unchecked JSON. */
export interface CatalogueFiles {
  readonly personFields: unknown;
  readonly unitFields: unknown;
  readonly codes: readonly unknown[];
}

/** @throws a ZodError that names the place, when a file does not say what it must: the service does not start on such data. */
export function parseCatalogueFiles(files: CatalogueFiles): CatalogueData {
  const fieldsOf = (of: FieldDefinition["of"], file: unknown): readonly FieldDefinition[] =>
    fieldFileSchema.parse(file).fields.map((field) => ({ of, ...field }));
  const codeLists: readonly CodeListData[] = files.codes.flatMap((file) => codeFileSchema.parse(file).lists);
  return { person: fieldsOf("person", files.personFields), unit: fieldsOf("unit", files.unitFields), codeLists };
}
