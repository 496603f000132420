import type { ConversionRules } from "../conversion/convert.ts";
import type { AdmissionRules } from "../development/admission-rules.ts";
import type { DuesRules } from "../dues/propose-dues.ts";
import type { TransferRules } from "../transfer/transfer-rules.ts";

/** Editions of the rules, each with the day from which it holds: an act is judged by those of its own day. */
export interface ProcedureRules {
  readonly transfer: readonly TransferRules[];
  readonly admission: readonly AdmissionRules[];
  readonly conversion: readonly ConversionRules[];
  readonly dues: readonly DuesRules[];
}
