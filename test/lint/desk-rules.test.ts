import assert from "node:assert/strict";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ESLint } from "eslint";
import { after, before, describe, it } from "mocha";
import tseslint from "typescript-eslint";
import { deskRules } from "./desk-rules.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const TYPES = join(ROOT, "node_modules", "@microsoft", "office-js", "dist", "office.d.ts");

describe("the lint of Excel's members", function () {
  this.timeout(240_000);
  let folder: string;
  let complaints: ReadonlyMap<string, readonly string[]>;

  const cases: readonly (readonly [what: string, code: string, complaint: RegExp | null])[] = [
    ["a member of 1.1", "range.values = [[1]];", null],
    ["a member of 1.15 at most", "sheet.tables.getItem('a').rows.add(undefined, [[1]], true);", null],
    ["a member of two sets", "sheet.visibility = 'VeryHidden';", null],
    ["what belongs to the library", "range.load('values'); range.track(); void sheets.items[0]?.toJSON();", null],
    ["texts of errors", "void Excel.ErrorCodes.accessDenied;", null],
    [
      "a member of a preview",
      "void workbook.linkedWorkbooks.breakAllLinks();",
      /LinkedWorkbookCollection\.breakAllLinks/,
    ],
    ["a member beyond 1.15", "void range.fresh;", /Range\.fresh needs ExcelApi 1\.17/],
    [
      "a member of Excel on the web only",
      "void sheet.namedSheetViews;",
      /Worksheet\.namedSheetViews needs ExcelApiOnline/,
    ],
    ["the same by its text", "void sheet['namedSheetViews'];", /namedSheetViews needs ExcelApiOnline/],
    ["the same taken apart", "const { namedSheetViews } = sheet; void namedSheetViews;", /namedSheetViews needs/],
    ["the same under another name", "const { namedSheetViews: v } = sheet; void v;", /namedSheetViews needs/],
    ["a property that is loaded", "range.load('values, address, fresh');", /Range\.fresh needs ExcelApi 1\.17/],
    [
      "one of several that are loaded",
      "range.load(['values', 'format/fresh']);",
      /RangeFormat\.fresh needs ExcelApi 1\.17/,
    ],
    [
      "a property of a collection's items",
      "sheets.load('items/name, fresh');",
      /Worksheet\.fresh needs ExcelApi 1\.17/,
    ],
    ["a property that an option loads", "range.load({ values: true, fresh: true });", /RangeLoadOptions\.fresh needs/],
    ["an option of a method", "sheet.protection.protect({ allowFresh: true });", /\.allowFresh needs ExcelApi 1\.17/],
    ["a value of an enumeration", "void Excel.SheetVisibility.fresh;", /SheetVisibility\.fresh needs ExcelApi 1\.17/],
    ["a type", "export type T = Excel.Fresh;", /Excel\.Fresh needs ExcelApi 1\.17/],
    ["a member whose set nobody knows", "void range.unknown;", /Range\.unknown is documented without/],
  ];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "taizhang-lint-"));
    await mkdir(join(folder, "node_modules"));
    await symlink(join(ROOT, "node_modules", "typescript"), join(folder, "node_modules", "typescript"));
    await cp(TYPES, join(folder, "office.d.ts"));
    await writeFile(join(folder, "fresh.d.ts"), PLANTED);
    const names = cases.map((_, index) => `case-${index}.ts`);
    for (const [index, [, code]] of cases.entries()) await writeFile(join(folder, `case-${index}.ts`), HEAD + code);
    await writeFile(
      join(folder, "tsconfig.json"),
      JSON.stringify({
        compilerOptions: { strict: true, lib: ["ES2023", "DOM"], types: [], noEmit: true },
        include: ["*.ts"],
      }),
    );
    const eslint = new ESLint({
      cwd: folder,
      overrideConfigFile: true,
      overrideConfig: {
        files: ["**/*.ts"],
        plugins: { desk: deskRules },
        languageOptions: {
          parser: tseslint.parser,
          parserOptions: { project: "./tsconfig.json", tsconfigRootDir: folder },
        },
        rules: { "desk/excel-api": ["error", "1.15"] },
      },
    });
    const results = await eslint.lintFiles(names);
    complaints = new Map(
      results.map(({ filePath, messages }) => [
        filePath.slice(folder.length + 1),
        messages.map(({ message }) => message),
      ]),
    );
  });
  after(async () => {
    await rm(folder, { recursive: true });
  });

  for (const [index, [what, , complaint]] of cases.entries()) {
    it(`${complaint ? "refuses" : "lets pass"} ${what}`, () => {
      const said = complaints.get(`case-${index}.ts`);
      if (complaint) assert.match(said?.join("\n") ?? "", complaint);
      else assert.deepEqual(said, []);
    });
  }
});

describe("the lint of the desk programs' names", () => {
  const names = ["Excel", "Application"];
  const cases: readonly (readonly [what: string, code: string, times: number])[] = [
    ["a call", "Excel.run(() => 1);", 1],
    ["a type", "let range: Excel.Range | undefined; range = undefined;", 1],
    ["a test for its being there", "typeof Excel === 'undefined';", 1],
    ["the way by window", "window.Application; globalThis['Excel']; self.Excel;", 3],
    ["an own thing of that name", "const Application = 1; Application;", 0],
    ["a property of that name", "const host = { Excel: 1 }; host.Excel;", 0],
    ["a text and a comment", "const a = 'Excel'; a; // Excel", 0],
  ];
  for (const [what, code, times] of cases) {
    it(`${times > 0 ? "refuses" : "lets pass"} ${what}`, async () => {
      const eslint = new ESLint({
        overrideConfigFile: true,
        overrideConfig: {
          files: ["**/*.ts"],
          plugins: { desk: deskRules },
          languageOptions: { parser: tseslint.parser },
          rules: { "desk/desk-globals": ["error", names] },
        },
      });
      const [result] = await eslint.lintText(code, { filePath: "some.ts" });
      assert.equal(result?.messages.length, times, JSON.stringify(result?.messages));
    });
  }

  it("holds in every folder but those that are named after the program", async () => {
    const eslint = new ESLint({ cwd: ROOT });
    const forbidden = async (path: string): Promise<readonly string[]> => {
      const config = (await eslint.calculateConfigForFile(join(ROOT, path))) as {
        readonly rules: Readonly<Record<string, readonly [number, readonly string[]] | undefined>>;
      };
      return [...(config.rules["desk/desk-globals"]?.[1] ?? []), config.rules["desk/excel-api"] ? "api" : ""].filter(
        Boolean,
      );
    };
    const [excel, wps] = [
      ["Excel", "Office", "OfficeExtension"],
      ["Application", "wps"],
    ];
    for (const path of [
      "addin/taskpane/pane.tsx",
      "addin/session/desk/desk-session.ts",
      "addin/hosts/grid/a.ts",
      "addin/hosts/plan/a.ts",
      "core/sheet/sheet.ts",
      "service/main.ts",
    ])
      assert.deepEqual(await forbidden(path), [...excel, ...wps], path);
    assert.deepEqual(await forbidden("addin/hosts/excel/a.ts"), [...wps, "api"]);
    assert.deepEqual(await forbidden("addin/hosts/wps/a.ts"), excel);
    assert.deepEqual(await forbidden("addin/commands/wps-ribbon.ts"), excel);
  });
});

/** What a future library could bring, in the form of today's. */
const PLANTED = `
declare namespace Excel {
  interface Range {
    /** @remarks [Api set: ExcelApi 1.17] */ fresh: string;
    unknown: string;
  }
  interface RangeFormat { /** @remarks [Api set: ExcelApi 1.17] */ fresh: string; }
  interface Worksheet { /** @remarks [Api set: ExcelApi 1.17] */ fresh: string; }
  interface WorksheetProtectionOptions { /** @remarks [Api set: ExcelApi 1.17] */ allowFresh?: boolean; }
  enum SheetVisibility { /** @remarks [Api set: ExcelApi 1.17] */ fresh = "Fresh" }
  /** @remarks [Api set: ExcelApi 1.17] */ interface Fresh { a: string; }
  namespace Interfaces {
    interface RangeLoadOptions { /** @remarks [Api set: ExcelApi 1.17] */ fresh?: boolean; }
  }
}
`;
const HEAD = `
declare const workbook: Excel.Workbook; declare const range: Excel.Range;
declare const sheet: Excel.Worksheet; declare const sheets: Excel.WorksheetCollection;
export {};
`;
