import type { BookIdentity } from "#core/sheet/sheet-book.ts";
import type { parseSnapshot, SnapshotRefusal } from "#core/sheet/snapshot/parse-snapshot.ts";
import { HostFailure } from "#addin/hosts/host-failure.ts";
import type { OutboxRefusal } from "#addin/outbox/outbox-entry.ts";
import type { ClientRefusal } from "#addin/service-client/client-refusal.ts";

/** What the desk program would not do. */
export type HostRefusal = Pick<HostFailure, "code" | "detail" | "place">;

/** Why the book in the workbook cannot be worked on here; said plainly, never guessed. */
export type BookRefusal =
  | { readonly code: "nothing-open" }
  | { readonly code: "book-of-another-service" }
  | { readonly code: "book-of-another-kind"; readonly kind: BookIdentity["kind"] }
  | { readonly code: "book-unreadable"; readonly why: SnapshotRefusal["code"] };

/** Every reason why something was not done at a desk. */
export type DeskRefusal = ClientRefusal | HostRefusal | BookRefusal | OutboxRefusal;

/** @throws whatever is not a host's failure: that is a bug of ours. */
export function refusalOfFailure(failure: unknown): HostRefusal {
  if (!(failure instanceof HostFailure)) throw failure;
  const { code, detail, place } = failure;
  return { code, detail, place };
}

const FILLED_IN: ReadonlySet<BookIdentity["kind"]> = new Set(["ledger", "roster", "report"]);

/** Why a workbook with sheets of ours is not opened; null: it is one that is filled in at a desk. */
export function refusalOfBook(parsed: ReturnType<typeof parseSnapshot>): BookRefusal | null {
  if (!parsed.ok) return { code: "book-unreadable", why: parsed.refusal.code };
  const { kind } = parsed.value.identity;
  return FILLED_IN.has(kind) ? null : { code: "book-of-another-kind", kind };
}
