import { fitsSoFar } from "./password-rules.ts";

export interface PasswordForm {
  readonly old: string;
  readonly fresh: string;
  readonly again: string;
}

export const NOTHING_TYPED: PasswordForm = { old: "", fresh: "", again: "" };

export type FormProblem = "oldMissing" | "rulesBroken" | "againDiffers";

/** What keeps the form from being sent, per field. */
export function formProblems(
  form: PasswordForm,
  ownData: readonly string[],
): Readonly<Partial<Record<keyof PasswordForm, FormProblem>>> {
  return {
    ...(form.old === "" ? { old: "oldMissing" as const } : {}),
    ...(fitsSoFar({ ...form, ownData }) ? {} : { fresh: "rulesBroken" as const }),
    ...(form.fresh === form.again ? {} : { again: "againDiffers" as const }),
  };
}
