import assert from "node:assert/strict";
import ExcelJS from "exceljs";
import { after, before, describe, it } from "mocha";
import type { Day } from "#core/kernel/instant.ts";
import type { Facts } from "#core/people/person/facts.ts";
import type { ImportMapping, ImportRowView, ImportView, InspectedWorkbook } from "#core/protocol/records/imports.ts";
import { drawRecord } from "#service/demo/people/draw-record.ts";
import { UNIVERSITY_SHARES } from "#service/demo/people/population-shares.ts";
import { seededRandom } from "#service/demo/seeded-random.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";
import type { Answer, HttpClient } from "#test/environment/http-client.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import {
  collegeRoster,
  companyRoster,
  hospitalRoster,
  type MessyRoster,
  type RosterPerson,
} from "#test/fakes/rosters/messy-rosters.ts";

const TODAY = "2026-06-01" as Day;
interface Sent {
  readonly roster: MessyRoster;
  readonly mapping?: ImportMapping;
  readonly client?: HttpClient;
}

const BRANCHES = ["机关第一党支部", "机关第二党支部"];

for (const db of ["sqlite", "postgres"] as const) {
  describe(`people from foreign spreadsheets, on ${db}`, function () {
    this.timeout(240_000);
    let service: TestService;
    let office: HttpClient;
    let serial = 0;

    before(async () => {
      service = await startTestService({ db });
      office = await service.signIn("g1");
    });
    after(() => service.close());

    const people = (number: number): readonly RosterPerson[] =>
      Array.from({ length: number }, (_, index) => {
        serial += 1;
        const wish = {
          name: `名册${"甲乙丙丁戊己庚辛壬癸"[serial % 10] ?? ""}`,
          mobile: `1380000${String(1000 + serial)}`,
        };
        const facts = drawRecord(seededRandom(serial), {
          ...{ ...wish, stage: "full", setting: "university", shares: UNIVERSITY_SHARES, today: TODAY, serial },
        });
        return { facts, branch: BRANCHES[index % 2] ?? "" };
      });
    const send = async (path: string, { roster, mapping, client = office }: Sent): Promise<Answer> =>
      await client.call("POST", `/records/imports${path}`, {
        bytes: roster.bytes,
        headers: {
          "X-File-Name": encodeURIComponent("名册.xlsx"),
          ...(mapping && { "X-Import-Mapping": encodeURIComponent(JSON.stringify(mapping)) }),
        },
      });
    const proposed = async (roster: MessyRoster): Promise<ImportMapping> => {
      const answer = await send(`/inspect?unit=${unitIdOf("g1")}`, { roster });
      assert.equal(answer.status, 200, answer.text);
      const { sheets } = answer.body as InspectedWorkbook;
      const [table] = sheets[0]?.tables ?? [];
      assert.ok(table, answer.text);
      const columns = table.columns.flatMap(({ index, field, edition }) =>
        field === null ? [] : [{ index, field, edition }],
      );
      return { sheet: roster.sheet, headerRow: table.headerRow, columns };
    };
    const stage = async (roster: MessyRoster, client = office): Promise<ImportView> => {
      const answer = await send(`?unit=${unitIdOf("g1")}`, { roster, mapping: await proposed(roster), client });
      assert.equal(answer.status, 201, answer.text);
      return answer.body as ImportView;
    };
    const rowsOf = async ({ id }: ImportView, query = ""): Promise<readonly ImportRowView[]> =>
      await office.ask<readonly ImportRowView[]>("GET", `/records/imports/${id}/rows${query}`);
    const commit = async ({ id }: ImportView): Promise<ImportView> =>
      await office.ask<ImportView>("POST", `/records/imports/${id}/commit`, { reason: "年度名册" });
    const recorded = async (facts: Facts): Promise<Facts> => {
      const idNumber = facts["idNumber"] ?? "";
      return await service.services.store.read(async (tx) => {
        const ids = await tx.people.withIdNumbers([idNumber]);
        const [person] = await tx.people.byIds([...ids.values()]);
        return person?.facts ?? assert.fail(`nobody has ${idNumber}`);
      });
    };

    const ROSTERS = {
      college: {
        make: collegeRoster,
        fields: ["name", "sex", "ethnic", "birthDate", "idNumber", "mobile", "appliedOn", "joinedOn"],
      },
      hospital: { make: hospitalRoster, fields: ["name", "idNumber", "sex", "birthDate", "joinedOn", "mobile"] },
      company: {
        make: companyRoster,
        fields: ["idNumber", "name", "ethnic", "birthDate", "appliedOn", "joinedOn", "mobile"],
      },
    } as const;

    for (const [name, { make, fields }] of Object.entries(ROSTERS)) {
      it(`W8 takes the ${name}'s roster: the headings are understood, every value is the one that was meant, the same file twice changes nothing`, async () => {
        const folk = people(24);
        const roster = await make(folk);
        const mapping = await proposed(roster);
        for (const field of [...fields, "unit"])
          assert.ok(
            mapping.columns.some((column) => column.field === field),
            field,
          );
        const staged = await stage(roster);
        const refused = await rowsOf(staged, "?verdict=refused");
        assert.deepEqual(refused, [], JSON.stringify(refused.slice(0, 3)));
        assert.equal(staged.counts.new, folk.length);
        assert.deepEqual(
          (await rowsOf(staged)).map(({ row }) => row),
          [...roster.rows].sort((a, b) => a - b),
        );
        assert.equal((await commit(staged)).state, "committed");
        for (const { facts } of folk) {
          const kept = await recorded(facts);
          for (const field of fields) assert.equal(kept[field], facts[field], `${field} of ${facts["idNumber"] ?? ""}`);
        }
        const again = await stage(roster);
        assert.deepEqual(again.counts, { new: 0, changed: 0, unchanged: folk.length, refused: 0, doubled: 0 });
        const head = await service.services.store.read((tx) => tx.audit.head());
        await commit(again);
        assert.equal((await service.services.store.read((tx) => tx.audit.head())).number, head.number + 1);
      });
    }

    it("W8 says row by row what would be new, changed, refused and doubled, before anything is written", async () => {
      const [known, wrong, twice, fresh] = people(4) as [RosterPerson, RosterPerson, RosterPerson, RosterPerson];
      await commit(await stage(await collegeRoster([known])));
      const changed = { ...known, facts: { ...known.facts, mobile: "13911112222" } };
      const badNumber = { ...wrong, facts: { ...wrong.facts, idNumber: flipped(wrong.facts["idNumber"] ?? "") } };
      const staged = await stage(await collegeRoster([changed, badNumber, twice, twice, fresh]));
      assert.deepEqual(staged.counts, { new: 2, changed: 1, unchanged: 0, refused: 1, doubled: 1 });
      const rows = await rowsOf(staged);
      const [first, second, , fourth] = rows;
      assert.deepEqual(first?.detail.changes, [
        { field: "mobile", old: "138****" + (known.facts["mobile"] ?? "").slice(-4), value: "139****2222" },
      ]);
      assert.deepEqual(
        second?.detail.problems?.map(({ field, refusal }) => [field, refusal.code]),
        [["idNumber", "id-number-check-digit"]],
      );
      assert.equal(fourth?.detail.sameAs, rows[2]?.row);
      assert.equal(
        (await recorded(known.facts))["mobile"],
        known.facts["mobile"],
        "nothing is written before it is confirmed",
      );
      const asText = JSON.stringify(rows);
      for (const { facts } of [known, wrong, twice, fresh])
        assert.ok(!asText.includes(facts["idNumber"] ?? "-"), "A12");
      await commit(staged);
      assert.equal((await recorded(known.facts))["mobile"], "13911112222");
    });

    it("W8 takes the saved results of formulas and says so, and refuses a formula that has none", async () => {
      const [computed, empty] = people(2) as [RosterPerson, RosterPerson];
      const roster = await collegeRoster([computed, empty]);
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(roster.bytes.buffer);
      const sheet = book.getWorksheet(roster.sheet) ?? assert.fail("no sheet");
      const [first = 0, second = 0] = roster.rows;
      const birthDate = computed.facts["birthDate"] ?? "";
      sheet.getRow(first).getCell("E").value = { formula: `MID(F${String(first)},7,8)`, result: birthDate };
      sheet.getRow(second).getCell("E").value = { formula: `MID(F${String(second)},7,8)` };
      const staged = await stage({ ...roster, bytes: new Uint8Array(await book.xlsx.writeBuffer()) });
      const rows = await rowsOf(staged);
      assert.deepEqual(
        rows.map(({ verdict, detail }) => [verdict, detail.computed, detail.problems?.[0]?.refusal.code]),
        [
          ["new", [4], undefined],
          ["refused", undefined, "formula-without-result"],
        ],
      );
      await commit(staged);
      assert.equal((await recorded(computed.facts))["birthDate"], birthDate);
    });

    it("M3 tells of somebody elsewhere only to who has his number and his name", async () => {
      const [one] = people(1) as [RosterPerson];
      const other = await service.signIn("g2");
      const elsewhere = { ...one, branch: "" };
      const roster = await collegeRoster([one]);
      await commit(await stage(roster));
      const theirs = await collegeRoster([elsewhere, { ...elsewhere, facts: { ...one.facts, name: "别名" } }]);
      const asked = await send(`?unit=${unitIdOf("b21")}`, {
        roster: theirs,
        mapping: await proposed(roster),
        client: other,
      });
      const view = asked.body as ImportView;
      const rows = await other.ask<readonly ImportRowView[]>("GET", `/records/imports/${view.id}/rows`);
      assert.deepEqual(
        rows.map(({ verdict, detail }) => [verdict, detail.problems?.[0]?.refusal.code]),
        [
          ["refused", "person-elsewhere"],
          ["doubled", undefined],
        ],
      );
      assert.match(JSON.stringify(rows[0]), /机关第一党支部/);
    });

    it("W8 of two desks with the same roster one wins, and the other is told and has written nothing", async () => {
      const folk = people(5);
      const roster = await companyRoster(folk);
      const [mine, theirs] = [await stage(roster), await stage(roster)];
      await commit(mine);
      const late = await office.call("POST", `/records/imports/${theirs.id}/commit`, { body: { reason: "再来一次" } });
      assert.deepEqual(
        [late.status, (late.body as { refusal: object }).refusal],
        [409, { code: "import-overtaken", changed: 0, doubled: 5 }],
      );
      assert.equal((await commit(mine)).state, "committed", "sent twice, the second finds it done");
    });

    it("W8 an officer gets his own file back with what became of each row beside it", async () => {
      const folk = people(3);
      const roster = await collegeRoster(folk);
      const staged = await stage(roster);
      await commit(staged);
      const response = await fetch(`${service.url}/api/records/imports/${staged.id}/result`, {
        method: "POST",
        body: roster.bytes,
        headers: { Authorization: `Bearer ${office.token ?? ""}` },
      });
      assert.equal(response.status, 200);
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(await response.arrayBuffer());
      const sheet = book.getWorksheet(roster.sheet) ?? assert.fail("the sheet is gone");
      const said = (row: number): unknown => sheet.getRow(row).getCell(12).value;
      assert.deepEqual(roster.rows.map(said), ["新增", "新增", "新增"]);
      assert.equal(sheet.getCell("A1").value, "云州大学二级学院党员名册");
    });

    it("A11 takes people into one's own units only, and gives an import up without a trace", async () => {
      const roster = await collegeRoster(people(2));
      const foreign = await send(`?unit=${unitIdOf("g2")}`, { roster, mapping: await proposed(roster) });
      assert.equal(foreign.status, 404);
      const staged = await stage(roster);
      const dropped = await office.call("DELETE", `/records/imports/${staged.id}`);
      assert.equal(dropped.status, 204);
      const late = await office.call("POST", `/records/imports/${staged.id}/commit`, { body: { reason: "还是要" } });
      assert.deepEqual((late.body as { refusal: object }).refusal, { code: "import-not-staged", state: "dropped" });
    });

    it("W6 is seen while it is being read, and given up in the middle of it", async () => {
      const roster = await collegeRoster(people(4_000));
      const mine = (): Promise<readonly ImportView[]> =>
        office.ask<readonly ImportView[]>("GET", `/records/imports?unit=${unitIdOf("g1")}`);
      const staging = send(`?unit=${unitIdOf("g1")}`, { roster, mapping: await proposed(roster) });
      let underWay: ImportView | undefined;
      while (underWay === undefined) underWay = (await mine()).find(({ state }) => state === "staging");
      assert.equal((await office.call("DELETE", `/records/imports/${underWay.id}`)).status, 204);
      const answer = await staging;
      assert.deepEqual((answer.body as { refusal: object }).refusal, { code: "import-not-staged", state: "dropped" });
      assert.equal((await mine()).find(({ id }) => id === underWay.id)?.state, "dropped");
    });
  });
}

/** Another check character than the right one. */
function flipped(idNumber: string): string {
  return idNumber.slice(0, 17) + (idNumber.endsWith("1") ? "2" : "1");
}
