import type { ReportKey } from "#core/report/key/report-key.ts";

export type FormAsked = Pick<ReportKey, "setId" | "on">;

/** Under which a form of a reporting date is kept, in memory and in its file. */
export function formName({ setId, on }: FormAsked): string {
  return `${setId} ${on}`;
}
