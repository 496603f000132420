import { z } from "zod";
import type { CheckDefinition } from "#core/people/check/record-check.ts";
import type { RecordRules } from "#core/people/check/record-rules.ts";
import { parseDay } from "#core/kernel/instant.ts";
import type { Day } from "#core/kernel/instant.ts";

/** templates/records/checks.json and record-rules.json: what is checked (M21) and the figures it goes by. */
const label = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const from = z
  .string()
  .refine((text) => parseDay(text) !== undefined)
  .transform((text) => text as Day);
const whole = z.int().min(0);

export const checksFileSchema = z.strictObject({
  checks: z
    .array(
      z.strictObject({
        code: z.string().regex(/^M\d+[ab]?-\d+$/),
        rule: z.string().regex(/^M\d+[ab]?$/),
        scope: z.enum(["person", "unit"]),
        severity: z.enum(["error", "explain", "hint"]),
        condition: z.string().min(1),
        params: z.record(z.string(), z.string()).optional(),
        stages: z
          .array(z.enum(["none", "applicant", "activist", "candidate", "probationary", "full", "left"]))
          .optional(),
        fields: z.array(z.string()),
        title: label,
        text: label,
      }),
    )
    .refine((checks) => new Set(checks.map(({ code }) => code)).size === checks.length, "a code stands twice"),
});

export const recordRulesSchema: z.ZodType<RecordRules> = z.strictObject({
  requiredLine: z.number().min(0).max(100),
  development: z
    .array(
      z.strictObject({
        from,
        name: z.string().min(1),
        note: z.string().optional(),
        applicantMonths: whole,
        activistMonths: whole,
        leastAge: whole,
        trainingRequired: z.boolean(),
        approvalMonths: whole,
      }),
    )
    .min(1),
  probation: z.array(z.strictObject({ from, months: whole })).min(1),
  dayKnownSince: from,
  branch: z.strictObject({ leastFull: whole, committeeFrom: whole }),
});

/** @throws a ZodError that names the place. */
export function parseCheckFiles(files: { readonly checks: unknown; readonly rules: unknown }): {
  readonly checks: readonly CheckDefinition[];
  readonly rules: RecordRules;
} {
  return { checks: checksFileSchema.parse(files.checks).checks, rules: recordRulesSchema.parse(files.rules) };
}
