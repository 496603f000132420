import type { BookIdentity } from "#core/sheet/sheet-book.ts";
import type { BookSessionState } from "../book/book-session.ts";
import type { DeskRefusal } from "./desk-refusal.ts";

export interface DeskSessionState extends BookSessionState {
  /**
   * starting: the workbook is being looked through. nothing: no book of ours stands in it. offline: its changes are known
   * from its own base snapshot, the service was not asked yet. ready: the service's view is there.
   */
  readonly phase: "starting" | "nothing" | "offline" | "ready";
  /** What the open book was made from, for whom and when. */
  readonly identity: BookIdentity | null;
  /** From the wish to the end of its drawing; a total of 0: the service is asked what to draw. */
  readonly drawing: { readonly done: number; readonly total: number } | null;
  /** The service has a newer state than the sheet shows: a refresh is worth offering. */
  readonly news: boolean;
  /** The last drawing can be undone. */
  readonly mayUndo: boolean;
  /** Why the book cannot be worked on, or why the service did not give its state. */
  readonly refusal: DeskRefusal | null;
  /** Why the last action was not done. */
  readonly actRefusal: DeskRefusal | null;
}

export const DESK_STARTING: DeskSessionState = {
  ...{
    phase: "starting",
    identity: null,
    view: null,
    roster: null,
    report: null,
    book: null,
    changes: [],
    problems: [],
    dropped: [],
  },
  ...{ newRows: [], stopped: false, sending: false, accepted: 0, drawing: null, news: false, mayUndo: false },
  ...{ refusal: null, actRefusal: null },
};

/** What the open book is called, for the list of what waits. */
export function titleOf({ view, book, identity }: DeskSessionState): string {
  return view?.name.text ?? book?.title ?? identity?.unit ?? "";
}
