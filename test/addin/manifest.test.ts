import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, it } from "mocha";
import { COMMAND_IDS, CONTEXT_COMMANDS } from "#addin/commands/commands.ts";
import { iconSizes } from "#test/icons/icon-sizes.ts";
import { checkManifest, type ManifestFacts } from "./desk/check-manifest.ts";
import { pictureSize } from "./desk/picture-size.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const MANIFEST = join(ROOT, "manifest.xml");
const xml = readFileSync(MANIFEST, "utf8");
const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { readonly version: string };
const facts: ManifestFacts = { commands: COMMAND_IDS, contextCommands: CONTEXT_COMMANDS, pictureSize, version };

describe("the Excel manifest", () => {
  it("is what Excel accepts, in both languages, with a button for every command", () => {
    assert.deepEqual(checkManifest(xml, facts), []);
  });

  const ORIGIN = "https://localhost:8443";
  const faults: readonly (readonly [what: string, from: string | RegExp, to: string, problem: RegExp])[] = [
    ["an element before its turn", /(<Id>.*<\/Id>)\s*(<Version>.*<\/Version>)/, "$2$1", /OfficeApp holds Version Id/],
    ["an element too many", "<Permissions>", "<Extra/><Permissions>", /Extra is no element/],
    [
      "a runtime behind the form factor",
      /(<Runtimes>[^]*<\/Runtimes>)([^]*<\/DesktopFormFactor>)/,
      "$2$1",
      /Host holds/,
    ],
    ["a missing element", /<FunctionFile [^>]*>/, "", /DesktopFormFactor holds/],
    ["no GUID", /<Id>.*<\/Id>/, "<Id>taizhang</Id>", /no GUID/],
    ["a version of three parts", /<Version>.*<\/Version>/, "<Version>0.1.0</Version>", /not x\.x\.x\.x/],
    ["another program's version", /<Version>.*<\/Version>/, "<Version>9.9.9.0</Version>", /not that of the program/],
    ["a newer Excel asked for", 'MinVersion="1.14"', 'MinVersion="1.16"', /Requirements are ExcelApi 1\.16/],
    [
      "an id that nothing defines",
      '<bt:Image size="16" resid="Icon.send.16"/>',
      '<bt:Image size="16" resid="No"/>',
      /No is not/,
    ],
    [
      "a resource that nothing uses",
      "</bt:Urls>",
      `<bt:Url id="Idle" DefaultValue="${ORIGIN}/"/></bt:Urls>`,
      /Idle is never/,
    ],
    [
      "a resource twice",
      "</bt:Urls>",
      `<bt:Url id="Support.Url" DefaultValue="${ORIGIN}/"/></bt:Urls>`,
      /defined twice/,
    ],
    ["an id that is too long", /Send\.Label/g, "Send.Label.Of.The.Button.In.The.Ribbon", /more than 32/],
    ["a control twice", 'id="Taizhang.Send"', 'id="Taizhang.Open"', /Taizhang\.Open stands twice/],
    [
      "an address without https",
      `${ORIGIN}/icons/send-16.png`,
      "http://localhost:8443/icons/send-16.png",
      /is not https/,
    ],
    [
      "a second origin",
      `"${ORIGIN}/icons/send-16.png"`,
      '"https://elsewhere.example/icons/send-16.png"',
      /more than one/,
    ],
    ["a domain that is not ours", `<AppDomain>${ORIGIN}`, "<AppDomain>https://elsewhere.example", /AppDomains are/],
    [
      "a source that is not the pane",
      `<SourceLocation DefaultValue="${ORIGIN}/excel.html"`,
      `<SourceLocation DefaultValue="${ORIGIN}/wps.html"`,
      /another page than the pane's/,
    ],
    ["a label that is too long", 'DefaultValue="发送"', `DefaultValue="${"发".repeat(126)}"`, /longer than 125/],
    ["a tip that is too long", /(id="Send\.Tip" DefaultValue=")[^"]*/, `$1${"发".repeat(251)}`, /longer than 250/],
    ["an English text that is too long", 'Value="Send"', `Value="${"s".repeat(126)}"`, /longer than 125/],
    ["a text without English", /(DefaultValue="发送">\s*)<bt:Override [^>]*>/, "$1", /Send\.Label has no en-US/],
    ["a text without Chinese", 'DefaultValue="发送"', 'DefaultValue="Send"', /Send\.Label has no Chinese/],
    ["a name without English", /(<DisplayName[^>]*>\s*)<Override [^>]*>/, "$1", /DisplayName has no en-US/],
    ["an icon without its big size", /<bt:Image size="80" resid="Icon\.send\.80"\/>/, "", /only the sizes 16,32/],
    ["a picture of another size", "/icons/send-80.png", "/icons/send-32.png", /is 32 x 32, not 80 x 80/],
    ["a picture that is not there", "/icons/send-80.png", "/icons/sent-80.png", /sent-80\.png is not there/],
    [
      "a button that the code does not know",
      "<FunctionName>send</FunctionName>",
      "<FunctionName>dance</FunctionName>",
      /dance/,
    ],
    [
      "a command without a button",
      /<Control xsi:type="Button" id="Taizhang\.Help">[^]*?<\/Control>/,
      "",
      /export, not signIn/,
    ],
    [
      "a wrong entry in the cell's menu",
      /(<Item [^]*?)<FunctionName>history/,
      "$1<FunctionName>send",
      /cell's menu offers drillDown,send/,
    ],
    ["a button in the cell's menu", '<Control xsi:type="Menu"', '<Control xsi:type="Button"', /not one control/],
    ["a runtime that ends", 'lifetime="long"', 'lifetime="short"', /does not live long/],
    [
      "functions on another page",
      '<FunctionFile resid="Taskpane.Url"',
      '<FunctionFile resid="Support.Url"',
      /FunctionFile is another page/,
    ],
  ];
  for (const [what, from, to, problem] of faults) {
    it(`is refused with ${what}`, () => {
      const planted = xml.replace(from, to);
      assert.notEqual(planted, xml, "nothing was planted");
      assert.match(checkManifest(planted, facts).join("\n"), problem);
    });
  }

  it("is refused when it is no XML", () => {
    assert.throws(() => checkManifest(xml.replace("</OfficeApp>", ""), facts), /unclosed tag/);
  });

  it("is read by Microsoft's own reader, which asks nobody for anything", async () => {
    // In a process of its own, in which every way out is a failure.
    const script = `
      import net from "node:net"; import dns from "node:dns";
      const fail = () => { throw new Error("it reaches out"); };
      net.Socket.prototype.connect = fail; dns.lookup = fail; dns.promises.lookup = fail; globalThis.fetch = fail;
      const { OfficeAddinManifest } = await import("office-addin-manifest");
      console.log(JSON.stringify(await OfficeAddinManifest.readManifestFile(process.argv[1])));`;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--input-type=module", "--eval", script, MANIFEST],
      {
        cwd: ROOT,
      },
    );
    const info = JSON.parse(stdout) as Readonly<Record<string, unknown>>;
    assert.deepEqual(
      [info["id"], info["displayName"], info["hosts"], info["officeAppType"], info["permissions"], info["version"]],
      [
        "7c1d5a2e-94b3-4f60-8a27-3e5f0b61d9c4",
        "党务台账",
        ["Workbook"],
        "TaskPaneApp",
        "ReadWriteDocument",
        `${version}.0`,
      ],
    );
  });

  it("has pictures of the product in every size that Office asks for", () => {
    for (const size of iconSizes("taizhang"))
      assert.deepEqual(pictureSize(`/icons/taizhang-${size}.png`), { width: size, height: size });
  });
});
