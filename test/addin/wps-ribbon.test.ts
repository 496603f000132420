import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { COMMAND_IDS } from "#addin/commands/commands.ts";
import { allOf, childOf, parseXml, type XmlNode } from "./desk/xml-node.ts";
import { pictureSize } from "./desk/picture-size.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const read = (...path: readonly string[]): string => readFileSync(join(ROOT, ...path), "utf8");
const ribbonXml = read("addin", "assets", "wps", "ribbon.xml");
const excel = parseXml(read("manifest.xml"));

/** What an officer reads on a button, by the command it gives. */
type Buttons = readonly (readonly [id: string, group: string, label: string, tip: string])[];

describe("the ribbon in WPS", () => {
  it("W1 offers the same commands with the same words as Excel's", () => {
    assert.deepEqual(buttonsOfWps(ribbonXml), buttonsOfExcel());
    assert.deepEqual(
      buttonsOfWps(ribbonXml).map(([id]) => id),
      COMMAND_IDS,
    );
  });

  it("differs from Excel's when a word does", () => {
    for (const [from, to] of [
      ['label="发送"', 'label="上传"'],
      ['id="send"', 'id="sent"'],
      ['label="单元格"', 'label="格"'],
      ['supertip="列出校核结果', 'supertip="校核结果'],
    ] as const)
      assert.notDeepEqual(buttonsOfWps(ribbonXml.replace(from, to)), buttonsOfExcel(), from);
  });

  it("calls what the hidden page offers", () => {
    const ribbon = parseXml(ribbonXml);
    assert.deepEqual(
      [ribbon.attributes["xmlns"], ribbon.attributes["onLoad"]],
      ["http://schemas.microsoft.com/office/2006/01/customui", "OnTaizhangLoad"],
    );
    for (const { attributes } of allOf(ribbon, "button")) {
      const { id = "", onAction, getImage } = attributes;
      assert.deepEqual([onAction, getImage], ["OnTaizhangCommand", "GetTaizhangImage"], id);
      assert.deepEqual(pictureSize(`/icons/${id}-32.png`), { width: 32, height: 32 }, id);
    }
  });

  it("belongs to an add-in that WPS knows by name", () => {
    const plugin = parseXml(read("addin", "assets", "wps", "manifest.xml"));
    assert.equal(plugin.name, "JsPlugin");
    assert.equal(childOf(plugin, "Name")?.text, "taizhang");
  });
});

function buttonsOfWps(xml: string): Buttons {
  return allOf(parseXml(xml), "group").flatMap(({ attributes: group, children }) =>
    children.map(({ attributes }) => [
      attributes["id"] ?? "",
      group["label"] ?? "",
      attributes["label"] ?? "",
      attributes["supertip"] ?? "",
    ]),
  );
}

function buttonsOfExcel(): Buttons {
  const word = (node: XmlNode | undefined): string =>
    allOf(excel, "bt:String").find(({ attributes }) => attributes["id"] === node?.attributes["resid"])?.attributes[
      "DefaultValue"
    ] ?? "";
  return allOf(excel, "Group").flatMap((group) =>
    allOf(group, "Control").flatMap((control) => {
      const command = allOf(control, "FunctionName")[0]?.text;
      const tip = word(childOf(childOf(control, "Supertip"), "Description"));
      // Showing the pane is no command in WPS: every command shows it there.
      return command === undefined
        ? []
        : [[command, word(childOf(group, "Label")), word(childOf(control, "Label")), tip]];
    }),
  );
}
