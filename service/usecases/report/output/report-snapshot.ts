import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { parseReportRecord, type ReportKey } from "#core/report/key/report-key.ts";
import type { BookIdentity } from "#core/sheet/sheet-book.ts";
import type { BaseSnapshot } from "#core/sheet/snapshot/base-snapshot.ts";
import { parseSnapshot } from "#core/sheet/snapshot/parse-snapshot.ts";
import type { SnapshotCodec } from "#core/sheet/snapshot/snapshot-codec.ts";

export interface IssuedReport {
  readonly snapshot: BaseSnapshot;
  /** The report it says it is. */
  readonly key: ReportKey;
}

const REPORTS: readonly BookIdentity["kind"][] = ["report"];

/** What was issued, out of a workbook that came back (W2a); refused when it is none of these kinds. */
export function reportSnapshot(
  meta: string | null,
  codec: SnapshotCodec,
  kinds = REPORTS,
): Result<IssuedReport, AnyRefusal> {
  const snapshot = parseSnapshot(meta, codec);
  if (!snapshot.ok) {
    const { code } = snapshot.refusal;
    const isForeign = code === "snapshot-missing" || code === "snapshot-foreign";
    return refuse(
      isForeign
        ? { code: "workbook-not-a-report" }
        : { code: "workbook-damaged", what: "checksum", place: "_taizhang" },
    );
  }
  const { kind, subject } = snapshot.value.identity;
  const key = kinds.includes(kind) ? parseReportRecord(subject) : undefined;
  return key ? ok({ snapshot: snapshot.value, key }) : refuse({ code: "workbook-not-a-report" });
}
