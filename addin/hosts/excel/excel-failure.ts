import { HostFailure, type HostFailureCode } from "../host-failure.ts";

/** Codes of OfficeExtension.Error that mean something to us. */
const CODES: Readonly<Record<string, HostFailureCode>> = {
  AccessDenied: "sheet-protected",
  InvalidOperationInCellEditMode: "cell-in-edit",
  ItemNotFound: "sheet-gone",
  InvalidReference: "sheet-gone",
  RequestPayloadSizeLimitExceeded: "too-large-for-host",
  ResponsePayloadSizeLimitExceeded: "too-large-for-host",
  ActivityLimitReached: "host-busy",
  WriteNotSupportedWhenModalDialogOpen: "host-busy",
  HostIsBusy: "host-busy",
  FilteredRangeConflict: "filter-in-the-way",
  MergedRangeConflict: "merge-in-the-way",
};

const REQUEST_TOO_LARGE = "RequestPayloadSizeLimitExceeded";
export const IN_CELL_EDIT = "InvalidOperationInCellEditMode";

/** What Excel said, by name; what is no word of Excel is thrown on as the bug it is. */
export function hostFailureOf(error: unknown, place?: HostFailure["place"]): Error {
  if (error instanceof HostFailure || !isExcelError(error))
    return error instanceof Error ? error : new Error(String(error));
  const code = CODES[error.code] ?? "host-failed";
  return new HostFailure(code, `${error.code}: ${error.message}`, place);
}

/** Nothing of it was done; where only the answer was too large, all of it was. */
export function isRequestTooLarge(error: unknown): boolean {
  return error instanceof HostFailure && error.detail.startsWith(REQUEST_TOO_LARGE);
}

export function codeOf(error: unknown): string | undefined {
  return isExcelError(error) ? error.code : undefined;
}

function isExcelError(error: unknown): error is Error & { readonly code: string } {
  return (
    error instanceof Error && error.name !== "HostFailure" && typeof (error as { code?: unknown }).code === "string"
  );
}
