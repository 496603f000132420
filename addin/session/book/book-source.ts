import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { BookIdentity } from "#core/sheet/sheet-book.ts";
import type { ServiceIdentity } from "#core/protocol/session.ts";
import type { Answer, ClientRefusal } from "#addin/service-client/client-refusal.ts";
import type { BookRefusal } from "../desk/desk-refusal.ts";
import type { LoadedBook } from "./loaded-book.ts";

export interface BookSourceNeeds {
  /** @param subject of the book: a ledger's id, what a roster was asked for. */
  readonly load: (subject: string) => Promise<Answer<LoadedBook>>;
  /** Which service answers here; a book says by which one it was issued. */
  readonly loadService: () => Promise<Answer<ServiceIdentity>>;
}

/** Where books come from: one service, known by its id once somebody has signed in. */
export class BookSource {
  readonly #needs: BookSourceNeeds;
  #service: string | null = null;

  constructor(needs: BookSourceNeeds) {
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

  /** The same subject may be another one elsewhere. */
  isForeign(book: Pick<BookIdentity, "service">): boolean {
    return this.#service !== null && book.service !== this.#service;
  }

  /** @param open the book in the workbook. */
  async load(subject: string, open: BookIdentity | null): Promise<Result<LoadedBook, ClientRefusal | BookRefusal>> {
    if (open?.subject === subject && this.isForeign(open)) return refuse({ code: "book-of-another-service" });
    return await this.#needs.load(subject);
  }
}
