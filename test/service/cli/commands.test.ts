import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import type { LedgerList } from "#core/protocol/ledgers.ts";
import { DEMO_YEAR, demoCopy, type DemoCopy } from "#test/environment/demo-copy.ts";
import { jsonOf, refusalPrinted, taizhang, taizhangHere, type Place } from "#test/environment/command-line.ts";

const OWN = `ledger-template-1-${DEMO_YEAR}-unit-0101`;
const FOREIGN = `ledger-template-1-${DEMO_YEAR}-unit-0201`;
const CHINESE = /[\u4e00-\u9fff]/;

describe("taizhang, from outside", function () {
  this.timeout(240_000);
  let demo: DemoCopy;
  let branch: string;

  before(async () => {
    demo = await demoCopy();
    branch = demo.account("unit", "机关党政办公室支部");
  });
  after(async () => {
    await demo.remove();
  });

  const refused: readonly (readonly [what: string, code: string, args: () => readonly string[]])[] = [
    ["an account that nobody has", "not-found", () => ["ledger", "list", "--as", "nobody"]],
    ["a post that the account does not hold", "no-such-post", () => ["ledger", "list", "--as", branch, "--post", "x"]],
    ["an export into a folder that is not there", "ENOENT", () => exportTo(join(demo.folder, "no", "x.xlsx"))],
    ["an export over a folder", "EISDIR", () => exportTo(demo.folder)],
    ["a workbook that is not there", "ENOENT", () => ["ledger", "import", "--as", branch, demo.file("no.xlsx")]],
    ["a folder as a workbook", "EISDIR", () => ["ledger", "import", "--as", branch, demo.folder]],
    [
      "a database as a workbook",
      "workbook-not-xlsx",
      () => ["ledger", "import", "--as", branch, demo.file("taizhang.db")],
    ],
    ["a standing of a year without ledgers", "not-found", () => standing("2099")],
    ["a standing of a unit that nobody has", "not-found", () => standing(DEMO_YEAR, "--unit", "no-unit")],
    ["a standing before it is published", "standing-not-published", () => standing(DEMO_YEAR, "--as", branch)],
    ["a demo in a database that is in use", "database-not-empty", () => ["demo", "--people", "60"]],
    [
      "an installation in a database that is in use",
      "database-not-empty",
      () => [...INSTALL, "--phone", "13800000000"],
    ],
    ["a backup that is not there", "ENOENT", () => ["restore", demo.file("no.backup")]],
    ["a file that is no backup", "backup-damaged", () => ["restore", join(demo.dataFolder, "anchor")]],
  ];
  for (const [what, code, args] of refused) {
    it(`refuses ${what} with the code ${code} and a Chinese sentence`, async () => {
      const [forPeople, forMachines] = [
        await taizhangHere(demo, ...args()),
        refusalPrinted(await taizhangHere(demo, ...args(), "--json")),
      ];
      assert.equal(forMachines.code, code);
      assert.deepEqual([forPeople.code, forPeople.out.includes("    at ")], [1, false]);
      assert.match(forPeople.out + forPeople.err, new RegExp(`^${code}: .*${CHINESE.source}`));
    });
  }

  it("A9 answers somebody else's ledger and unit exactly as missing ones", async () => {
    const read = (ledger: string) =>
      taizhangHere(demo, "ledger", "export", "--as", branch, "--ledger", ledger, "--out", demo.file("foreign.xlsx"));
    assert.deepEqual(await read("no-such-ledger"), await read(FOREIGN));
    const rank = (unit: string) => taizhangHere(demo, ...standing(DEMO_YEAR, "--as", branch, "--unit", unit));
    assert.deepEqual(await rank("no-such-unit"), await rank("yz02"));
    assert.equal(existsSync(demo.file("foreign.xlsx")), false);
  });

  it("A11 A16 gives the accounts of duties no ledger", async () => {
    for (const duty of ["audit", "system-administration", "security-administration"]) {
      const list = ["ledger", "list", "--as", demo.account(duty)];
      const { code, out } = await taizhangHere(demo, ...list, "--json");
      if (code === 0) assert.equal((JSON.parse(out) as LedgerList).total, 0, duty);
      else assert.match(out, /"code":"(forbidden|not-found|no-such-post)"/);
    }
  });

  it("lists, exports and ranks for people and for machines", async () => {
    const list = ["ledger", "list", "--as", branch, "--year", DEMO_YEAR, "--relation", "own"];
    const { ledgers } = jsonOf<LedgerList>(await taizhangHere(demo, ...list, "--json"));
    assert.ok(ledgers.some(({ id }) => id === OWN));
    assert.match((await taizhang(demo, ...list)).out, new RegExp(`^${OWN}  ${DEMO_YEAR}  own`, "m"));
    const [exported, ranked] = await Promise.all([
      taizhang(demo, ...exportTo(demo.file("own.xlsx"))),
      taizhangHere(demo, ...standing(DEMO_YEAR), "--json").then(
        jsonOf<{ readonly file: string; readonly unitId: string }>,
      ),
    ]);
    assert.equal(exported.code, 0, exported.err);
    assert.deepEqual([ranked.file, ranked.unitId], [demo.file("standing.xlsx"), "unit-0"]);
    for (const name of ["own.xlsx", "standing.xlsx"])
      assert.equal((await readFile(demo.file(name))).toString("latin1", 0, 2), "PK", name);
    assert.deepEqual(
      (await readdir(demo.folder)).filter((name) => name.endsWith(".part")),
      [],
    );
  });

  const wrong: readonly (readonly [what: string, args: readonly string[]])[] = [
    ["no command", []],
    ["half a command", ["ledger"]],
    ["no account", ["ledger", "list"]],
    ["a relation that does not exist", ["ledger", "list", "--as", "x", "--relation", "boss"]],
    ["a search without end", ["ledger", "list", "--as", "x", "--search", "很".repeat(200)]],
    ["a level that does not exist", ["standings", "--year", DEMO_YEAR, "--level", "hall", "--out", "x"]],
    ["a year in letters", ["standings", "--year", "MMXXVI", "--level", "branch", "--out", "x"]],
    ["a workbook too many", ["ledger", "import", "--as", "x", "a.xlsx", "b.xlsx"]],
    ["a demo of nobody", ["demo", "--people", "0"]],
    [
      "an officer without a mobile number",
      [
        "install",
        "--committee",
        "a",
        "--short-name",
        "b",
        "--officer",
        "c",
        "--system",
        "d",
        "--security",
        "e",
        "--auditor",
        "f",
        "--phone",
        "123",
      ],
    ],
    ["a port beyond all ports", ["serve", "--port", "99999"]],
  ];
  it("answers wrong usage with exit code 2, for machines as JSON, and makes no database", async () => {
    const place = { db: `sqlite:${demo.file("not-there.db")}` };
    for (const [what, args] of wrong) {
      const { code, out, err } = await taizhangHere(place, ...args, ...(args.length > 1 ? ["--json"] : []));
      assert.equal(code, 2, `${what}: ${out}${err}`);
      assert.match(out + err, args.length > 1 ? /^{"refusal":{"code":"wrong-usage"/ : /taizhang/, what);
    }
    const elsewhere = await taizhang({ db: "mysql://host/db" }, "doctor");
    assert.deepEqual(
      [elsewhere.code, elsewhere.err.split("\n")[0]],
      [2, "TAIZHANG_DB (--db) must be sqlite:PATH or postgres://..."],
    );
    assert.equal(existsSync(demo.file("not-there.db")), false);
  });

  it("makes no database out of a mistyped address", async () => {
    const typo: Place = { db: `sqlite:${demo.file("tpyo.db")}` };
    const commands = [
      ["audit", "verify"],
      ["backup", demo.file("typo.backup")],
      ["keys", "rotate"],
      ["ledger", "list", "--as", "x"],
    ];
    for (const args of commands)
      assert.equal(refusalPrinted(await taizhangHere(typo, ...args, "--json")).code, "no-database", args.join(" "));
    assert.deepEqual(
      (await readdir(demo.folder)).filter((name) => name.includes("typo") || name.includes("tpyo")),
      [],
    );
  });

  it("A5 acts for no disabled account, and writes for no read-only one", async () => {
    await demo.behind(async ({ store }) => {
      await store.write(async (tx) => {
        const [account, other] = [await tx.accounts.byName(branch), await tx.accounts.byName("jgjwczb")];
        assert.ok(account && other);
        await tx.accounts.saveAccounts([
          { ...account, state: "disabled" },
          { ...other, permission: "read-only" },
        ]);
      });
    });
    const [disabled, readOnly] = await Promise.all([
      taizhangHere(demo, "ledger", "list", "--as", branch),
      taizhangHere(demo, "ledger", "list", "--as", "jgjwczb", "--json").then(jsonOf<LedgerList>),
    ]);
    assert.match(disabled.out, /^account-not-active: /);
    assert.ok(readOnly.total > 0);
  });

  it("A2 A11 installs a committee with its officer and three duty accounts, each with a one-time password", async () => {
    await mkdir(demo.file("new"));
    const place = { db: `sqlite:${demo.file("new/office.db")}` };
    const slips = jsonOf<readonly { readonly accountName: string; readonly oneTimePassword: string }[]>(
      await taizhangHere(place, ...INSTALL, "--phone", "13800000000", "--json"),
    );
    assert.equal(slips.length, 4);
    assert.equal(slips[0]?.accountName, "13800000000");
    assert.equal(new Set(slips.map(({ oneTimePassword }) => oneTimePassword)).size, 4);
    assert.match((await taizhangHere(place, "audit", "verify")).out, /^intact: 4 entries/);
    const files = await readdir(demo.file("new"), { recursive: true, withFileTypes: true });
    for (const entry of files.filter((each) => each.isFile())) {
      const bytes = await readFile(join(entry.parentPath, entry.name), "latin1");
      assert.ok(!bytes.includes("13800000000"), `A12 the phone stands plainly in ${entry.name}`);
    }
    await writeFile(demo.file("new/keys.txt"), "");
    assert.equal(
      refusalPrinted(
        await taizhangHere(place, "restore", demo.file("no.backup"), "--keys", demo.file("new/keys.txt"), "--json"),
      ).code,
      "keys-there",
    );
  });

  function exportTo(out: string): readonly string[] {
    return ["ledger", "export", "--ledger", OWN, "--as", branch, "--out", out];
  }

  function standing(year: string, ...more: readonly string[]): readonly string[] {
    return ["standings", "--year", year, "--level", "branch", "--out", demo.file("standing.xlsx"), ...more];
  }
});

const INSTALL = [
  "install",
  "--committee",
  "云州医科大学委员会",
  "--short-name",
  "校党委",
  "--officer",
  "李四",
  "--system",
  "甲一",
  "--security",
  "乙二",
  "--auditor",
  "丙三",
];
