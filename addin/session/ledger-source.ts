import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { LedgerView } from "#core/sheet/ledger/ledger-view.ts";
import type { BookIdentity, SheetBook } from "#core/sheet/sheet-book.ts";
import type { ServiceIdentity } from "#core/protocol/session.ts";
import type { Answer, ClientRefusal } from "#addin/service-client/client-refusal.ts";
import type { BookRefusal } from "./desk-refusal.ts";

export interface LedgerSourceNeeds {
  readonly load: (ledgerId: string) => Promise<Answer<LedgerView>>;
  /** Which service answers here; a book says by which one it was issued. */
  readonly loadService: () => Promise<Answer<ServiceIdentity>>;
  readonly draw: (view: LedgerView) => SheetBook;
}

/** A ledger as the service has it now. */
export interface LoadedLedger {
  readonly view: LedgerView;
  readonly book: SheetBook;
}

/** Where books come from: one service, known by its id once somebody has signed in. */
export class LedgerSource {
  readonly #needs: LedgerSourceNeeds;
  #service: string | null = null;

  constructor(needs: LedgerSourceNeeds) {
    this.#needs = needs;
  }

  get isIdentified(): boolean {
    return this.#service !== null;
  }

  async identify(): Promise<Answer<string>> {
    const answer = await this.#needs.loadService();
    if (answer.ok) this.#service = answer.value.id;
    return answer.ok ? ok(answer.value.id) : answer;
  }

  /** The same ledger id may be another ledger elsewhere. */
  isForeign(book: Pick<BookIdentity, "service">): boolean {
    return this.#service !== null && book.service !== this.#service;
  }

  /** @param open the book in the workbook. */
  async load(ledger: string, open: BookIdentity | null): Promise<Result<LoadedLedger, ClientRefusal | BookRefusal>> {
    if (open?.subject === ledger && this.isForeign(open)) return refuse({ code: "book-of-another-service" });
    const answer = await this.#needs.load(ledger);
    return answer.ok ? ok({ view: answer.value, book: this.#needs.draw(answer.value) }) : answer;
  }
}
