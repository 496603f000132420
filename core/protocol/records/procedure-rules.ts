import { z } from "zod";
import type { Day } from "#core/kernel/instant.ts";
import type { ProcedureRules } from "#core/people/procedure/procedure-rules.ts";

const from = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .transform((text) => text as Day);
const whole = z.number().int().min(0);
const amount = z.string().regex(/^\d{1,9}(?:\.\d{1,4})?$/);
const code = z.string().min(1).max(20);
const bands = z.array(z.strictObject({ upTo: amount.nullable(), rate: amount })).min(1);

/** templates/records/procedure-rules.json: validity of letters, admission, conversion, dues. */
export const procedureRulesSchema: z.ZodType<ProcedureRules> = z.strictObject({
  transfer: z
    .array(
      z.strictObject({
        from,
        validDays: z.strictObject({ city: whole, province: whole, graduate: whole }),
        lapsesAfterMonths: whole,
        leftKinds: z.strictObject({ transferred: code, wholeUnit: code }),
      }),
    )
    .min(1),
  admission: z
    .array(
      z.strictObject({
        from,
        leagueUnder: whole,
        joinKinds: z.strictObject({ league: code, plain: code }),
        enteredWithinDays: whole,
      }),
    )
    .min(1),
  conversion: z
    .array(
      z.strictObject({
        from,
        probationMonths: whole,
        extension: z.strictObject({ least: whole, most: whole }),
        approvalMonths: z.strictObject({ ordinary: whole, most: whole }),
        noteLeast: whole,
        codes: z.strictObject({
          "on-time": code,
          extended: code,
          postponed: code,
          "after-extension": code,
          undecided: code,
          "cancelled-after": code,
          "cancelled-within": code,
        }),
        cancelledKind: code,
      }),
    )
    .min(1),
  dues: z
    .array(
      z.strictObject({
        from,
        kinds: z.record(code, z.union([z.strictObject({ fixed: amount }), z.strictObject({ bands })])),
        byApproval: z.array(code),
        unpaidMonths: whole,
      }),
    )
    .min(1),
});
