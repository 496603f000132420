import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { WPS } from "#addin/hosts/wps/wps-numbers.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..", "..");
const read = (...path: readonly string[]): string => readFileSync(join(ROOT, ...path), "utf8");
const published = ["lib.et.d.ts", "index.d.ts", "addon.et.d.ts"]
  .map((name) => read("node_modules", "et-jsapi-declare", name))
  .join("\n");

/** Our interface -> those of the published declarations that it speaks of. */
const MEANT: Readonly<Record<string, readonly string[]>> = {
  WpsApplication: ["Application", "AddonRoot", "EtAddonRoot"],
  WpsWorkbook: ["Workbook"],
  WpsSheets: ["Sheets"],
  WpsWorksheet: ["Worksheet"],
  WpsProtection: ["Protection"],
  WpsRange: ["Range"],
  WpsInterior: ["Interior"],
  WpsFont: ["Font"],
  WpsBorders: ["Borders"],
  WpsValidation: ["Validation"],
  WpsPageSetup: ["PageSetup"],
  WpsWindow: ["Window"],
  WpsNames: ["Names"],
  WpsName: ["Name"],
  WpsApiEvent: ["ApiEvent", "EtApiEvent"],
  WpsPluginStorage: ["PluginStorage"],
  WpsTaskPane: ["CustomTaskpane"],
};

/** Our numbers -> the names that the published declarations give them. */
const NAMED: Readonly<Record<keyof typeof WPS, string>> = {
  none: "xlNone",
  automatic: "xlColorIndexAutomatic",
  sheetVisible: "xlSheetVisible",
  sheetVeryHidden: "xlSheetVeryHidden",
  calculationManual: "xlCalculationManual",
  portrait: "xlPortrait",
  landscape: "xlLandscape",
  paperA4: "xlPaperA4",
  alignGeneral: "xlGeneral",
  alignLeft: "xlLeft",
  alignCenter: "xlCenter",
  alignRight: "xlRight",
  underlineSingle: "xlUnderlineStyleSingle",
  validateWholeNumber: "xlValidateWholeNumber",
  validateDecimal: "xlValidateDecimal",
  validateList: "xlValidateList",
  validateTextLength: "xlValidateTextLength",
  validateCustom: "xlValidateCustom",
  alertWarning: "xlValidAlertWarning",
  between: "xlBetween",
  greaterEqual: "xlGreaterEqual",
  lessEqual: "xlLessEqual",
  lineContinuous: "xlContinuous",
  lineDash: "xlDash",
  lineDouble: "xlDouble",
  weightHairline: "xlHairline",
  weightThin: "xlThin",
  weightThick: "xlThick",
  dockRight: "msoCTPDockPositionRight",
};

describe("what we take WPS to have", () => {
  const ours = interfaces(read("addin", "hosts", "wps", "wps-application.ts"));

  it("names no member that the published declarations do not have", () => {
    assert.deepEqual([...ours.keys()].sort(), Object.keys(MEANT).sort());
    for (const [name, members] of ours) {
      const known = new Set((MEANT[name] ?? []).flatMap((meant) => [...(interfaces(published).get(meant) ?? [])]));
      assert.deepEqual(
        [...members].filter((member) => !known.has(member)),
        [],
        name,
      );
    }
  });

  it("gives the numbers their published meaning", () => {
    const kso = read("node_modules", "et-jsapi-declare", "lib.kso.d.ts");
    for (const [ours_, name] of Object.entries(NAMED)) {
      const found = [...`${published}\n${kso}`.matchAll(new RegExp(`\\b${name} = (-?\\d+)`, "g"))].map((match) =>
        Number(match[1]),
      );
      assert.ok(found.includes(WPS[ours_ as keyof typeof WPS]), `${name}: ${found.join()}`);
    }
  });

  it("would notice a wrong one", () => {
    assert.equal(interfaces(published).get("Range")?.has("Values"), false);
    assert.ok((interfaces(published).get("Range")?.size ?? 0) > 100);
  });
});

/** Members by interface; one that is declared twice has both lists. */
function interfaces(declarations: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  let members: Set<string> | undefined;
  for (const line of declarations.split("\n")) {
    const head = /^\s*(?:export )?interface (\w+)/.exec(line);
    if (head) {
      members = found.get(head[1] ?? "") ?? new Set();
      found.set(head[1] ?? "", members);
    } else if (/^(?:\t|\s{4}|)\}/.test(line)) members = undefined;
    const member = /^\s*(?:readonly )?(\w+)\s*\??\s*[:(]/.exec(line);
    if (member) members?.add(member[1] ?? "");
  }
  return found;
}
