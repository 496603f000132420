import assert from "node:assert/strict";
import type { Day } from "#core/kernel/instant.ts";
import type { ImportMapping, ImportView, InspectedWorkbook } from "#core/protocol/records/imports.ts";
import { drawRecord } from "#service/demo/people/draw-record.ts";
import { UNIVERSITY_SHARES } from "#service/demo/people/population-shares.ts";
import { seededRandom } from "#service/demo/seeded-random.ts";
import type { Store } from "#service/ports/store.ts";
import type { Answer, HttpClient } from "#test/environment/http-client.ts";
import { companyRoster, type MessyRoster, type RosterPerson } from "#test/fakes/rosters/messy-rosters.ts";

/** People of a branch whom nobody knows yet. @param first of their running numbers: no two rosters share one */
export function strangers(first: number, { count, branch }: { readonly count: number; readonly branch: string }) {
  return Array.from({ length: count }, (_, index): RosterPerson => {
    const serial = first + index;
    const wish = { name: "沈立春", mobile: `137${String(serial).padStart(8, "0")}`, stage: "full" } as const;
    const drawn = { setting: "university", shares: UNIVERSITY_SHARES, today: "2026-01-01" as Day, serial } as const;
    return { branch, facts: drawRecord(seededRandom(serial), { ...wish, ...drawn }) };
  });
}

/** A roster on its way in through one account, as the page sends it. */
export class RosterImport {
  readonly folk: readonly RosterPerson[];
  readonly #unit: string;
  readonly #roster: MessyRoster;
  #mapping: ImportMapping | undefined;

  private constructor(unit: string, folk: readonly RosterPerson[], roster: MessyRoster) {
    this.#unit = unit;
    this.folk = folk;
    this.#roster = roster;
  }

  static async of(unit: string, folk: readonly RosterPerson[]): Promise<RosterImport> {
    return new RosterImport(unit, folk, await companyRoster(folk));
  }

  /** The headings are understood: asked once. */
  async inspect(client: HttpClient): Promise<void> {
    const answer = await this.#send(client, "/inspect");
    assert.equal(answer.status, 200, answer.text);
    const [table] = (answer.body as InspectedWorkbook).sheets[0]?.tables ?? [];
    assert.ok(table, answer.text);
    const columns = table.columns.flatMap(({ index, field, edition }) =>
      field === null ? [] : [{ index, field, edition }],
    );
    this.#mapping = { sheet: this.#roster.sheet, headerRow: table.headerRow, columns };
  }

  async stage(client: HttpClient): Promise<ImportView> {
    if (!this.#mapping) await this.inspect(client);
    const answer = await this.#send(client, "", this.#mapping);
    assert.equal(answer.status, 201, answer.text);
    return answer.body as ImportView;
  }

  /** How many of them have a record. */
  async recorded(store: Store): Promise<number> {
    const numbers = this.folk.map(({ facts }) => facts["idNumber"] ?? "");
    return (await store.read((tx) => tx.people.withIdNumbers(numbers))).size;
  }

  async #send(client: HttpClient, path: string, mapping?: ImportMapping): Promise<Answer> {
    const header = mapping && { "X-Import-Mapping": encodeURIComponent(JSON.stringify(mapping)) };
    return await client.call("POST", `/records/imports${path}?unit=${this.#unit}`, {
      bytes: this.#roster.bytes,
      headers: { "X-File-Name": encodeURIComponent("名册.xlsx"), ...header },
    });
  }
}

export async function commitImport(client: HttpClient, { id }: ImportView): Promise<Answer> {
  return await client.call("POST", `/records/imports/${id}/commit`, { body: { reason: "年度名册" } });
}
