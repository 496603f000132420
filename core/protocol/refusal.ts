import type { AccessRefusal } from "#core/access/access-refusal.ts";
import type { EvidenceFileRefusal } from "#core/ledger/handling/evidence-refusal.ts";
import type { LedgerRefusal } from "#core/ledger/ledger-refusal.ts";
import type { RecordRefusal } from "#core/people/record-refusal.ts";
import type { ImportFileRefusal, ImportRefusal } from "#core/people/import/import-refusal.ts";
import type { ProcedureRefusal } from "#core/people/procedure/procedure-refusal.ts";
import type { ReportRefusal } from "#core/report/report-refusal.ts";
import type { FieldRefusal } from "#core/people/field/field-refusal.ts";
import type { IntakeRefusal } from "#core/sheet/intake-refusal.ts";

/** Refusals of the door itself, before any rule is asked. */
export type RequestRefusal =
  | { readonly code: "bad-request"; readonly problems: readonly { readonly path: string; readonly message: string }[] }
  | { readonly code: "body-too-big"; readonly mostBytes: number }
  | { readonly code: "push-key-reused" } // same key, other body
  | { readonly code: "too-many-edits"; readonly most: number }
  | { readonly code: "one-change-per-item" } // a score and a handling of one item in one push
  | { readonly code: "changed-meanwhile" } // an object's revision is not the base any more
  | {
      readonly code: "template-invalid";
      readonly problems: readonly { readonly code: string; readonly place: string }[];
    }
  | { readonly code: "template-published" }
  | { readonly code: "ledger-not-empty" }
  | { readonly code: "workbook-of-another-service" }
  | { readonly code: "workbook-of-another-ledger" }
  | { readonly code: "workbook-of-another-year"; readonly year: number }
  | { readonly code: "workbook-not-a-ledger" }
  | { readonly code: "sheet-stopped"; readonly problems: readonly string[] }
  | { readonly code: "standing-not-published" }
  | { readonly code: "disk-full" }
  | { readonly code: "busy" } // the store did not get its turn in time
  | { readonly code: "internal" };

/** Every refusal a client can meet; wording and HTTP status are tables over `RefusalCode`. */
export type AnyRefusal =
  | AccessRefusal
  | LedgerRefusal
  | FieldRefusal
  | EvidenceFileRefusal
  | IntakeRefusal
  | ImportRefusal
  | ImportFileRefusal
  | RequestRefusal
  | ProcedureRefusal
  | RecordRefusal
  | ReportRefusal;
export type RefusalCode = AnyRefusal["code"];

/** Body of every answer that is not 2xx. */
export interface RefusalAnswer {
  readonly refusal: AnyRefusal;
}
