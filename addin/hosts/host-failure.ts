export type HostFailureCode =
  /** A cell is being edited and stayed so. */
  | "cell-in-edit"
  /** Protected or read only: the place says where. */
  | "sheet-protected"
  | "workbook-read-only"
  | "sheet-gone"
  | "too-large-for-host"
  /** A dialog is open in the desk program, or it works on something else. */
  | "host-busy"
  | "filter-in-the-way"
  | "merge-in-the-way"
  /** The officer has a name like one of ours for something else; `detail` is the name. */
  | "name-taken"
  | "drawing-cancelled"
  /** Somebody typed after what the drawing was planned from had been read: read and draw again. */
  | "typed-meanwhile"
  /** Anything else the host said; `detail` has its words. */
  | "host-failed";

/** What a desk program would not do, by name. Nothing was half done: a failed draw has been put back. */
export class HostFailure extends Error {
  readonly code: HostFailureCode;
  readonly detail: string;
  /** Tab name, and A1 address where the host told it. */
  readonly place: { readonly sheet: string; readonly address: string } | undefined;

  constructor(code: HostFailureCode, detail = "", place?: HostFailure["place"]) {
    super(detail === "" ? code : `${code}: ${detail}`);
    this.code = code;
    this.detail = detail;
    this.place = place;
  }
}
