import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { SaxesParser } from "saxes";
import { IntakeFault } from "#service/workbook/intake/intake-fault.ts";
import { INTAKE_LIMITS } from "#service/workbook/intake/intake-limits.ts";
import { attributesOf } from "#service/workbook/intake/xml/scan-xml.ts";
import { XmlScanner } from "#service/workbook/intake/xml/xml-scanner.ts";

type Told = readonly unknown[];

/** What our scanner tells, fed in pieces of that size; its fault's `what` where it refuses. */
function ours(xml: Buffer | string, pieceSize = Number.POSITIVE_INFINITY): readonly Told[] | string {
  const bytes = Buffer.from(xml as string);
  const told: Told[] = [];
  const scanner = new XmlScanner(
    "part",
    {
      open: (tag, name) => told.push(["open", name, { ...attributesOf(tag) }]),
      close: (name) => told.push(["close", name]),
      text: (at) => tell(told, at.text()),
    },
    INTAKE_LIMITS,
  );
  try {
    for (let at = 0; at < bytes.length; at += pieceSize)
      scanner.write(bytes.subarray(at, Math.min(bytes.length, at + pieceSize)));
    scanner.end();
    return told;
  } catch (error) {
    if (!(error instanceof IntakeFault)) throw error;
    return "what" in error.refusal ? error.refusal.what : error.refusal.code;
  }
}

/** The same from saxes; undefined where it refuses. */
function saxes(xml: string): readonly Told[] | undefined {
  const told: Told[] = [];
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  let [broken, depth] = [false, 0];
  parser.on("error", () => (broken = true));
  parser.on("doctype", () => (broken = true));
  parser.on("opentag", ({ name, attributes }) => {
    depth += 1;
    told.push(["open", name.slice(name.indexOf(":") + 1), { ...attributes }]);
  });
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    told.push(["close", name.slice(name.indexOf(":") + 1)]);
  });
  const onText = (text: string) => {
    if (depth > 0) tell(told, text);
  };
  parser.on("text", onText);
  parser.on("cdata", onText);
  parser.write(xml).close();
  return broken ? undefined : told;
}

/** Texts beside each other are one: where a comment cuts them is nobody's business. */
function tell(told: Told[], text: string): void {
  if (text === "") return;
  const last = told.at(-1);
  if (last?.[0] === "text") told[told.length - 1] = ["text", String(last[1]) + text];
  else told.push(["text", text]);
}

const TEXT = fc.constantFrom("a", " ", "党员", "&amp;", "&#x4E2D;", "&#13;", "\r\n", "\t", "]]", ">", "0", "𠮷");
const BROKEN = fc.constantFrom("&nbsp;", "&", "]]>", "\u0001", "&#0;", "&#xD800;", "<", "\ufffe", "&#x110000;");
const NAME = fc.constantFrom("row", "c", "x:c", "v", "名", "a-b.c", "_r");
const ATTRIBUTE = fc
  .tuple(NAME, fc.constantFrom('"', "'"), fc.array(TEXT, { maxLength: 3 }), fc.constantFrom("=", " = ", "\n=\t"))
  .map(([name, quote, value, equals]) => `${name}${equals}${quote}${value.join("")}${quote}`);
const MISC = fc.constantFrom("<!-- - -->", "<?go on?>", "<![CDATA[<&]]>", "<!---->", "<![CDATA[]]>");

const ELEMENT: fc.Arbitrary<string> = fc.letrec<{ element: string; content: string }>((tie) => ({
  element: fc
    .tuple(NAME, fc.uniqueArray(ATTRIBUTE, { maxLength: 3 }), fc.array(tie("content"), { maxLength: 3 }), fc.boolean())
    .map(([name, attributes, content, short]) => {
      const open = [name, ...attributes].join(" ");
      return short ? `<${open} />` : `<${open}>${content.join("")}</${name} >`;
    }),
  content: fc.oneof({ depthSize: "small" }, TEXT, MISC, tie("element")),
})).element;

const EDIT = fc.oneof(
  BROKEN,
  fc.constantFrom("", "/", "<", ">", '"', "</c>", "<c>", "=", "<!", "<?xml?>", "--", "<!DOCTYPE c>", "<!--"),
);

describe("the reader's XML", () => {
  it("W8 tells what saxes tells, however the bytes come", () => {
    fc.assert(
      fc.property(ELEMENT, fc.integer({ min: 1, max: 40 }), (xml, pieceSize) => {
        const expected = saxes(xml);
        const told = ours(xml);
        // Two attributes of one name are an error for both.
        assert.deepEqual(told, expected ?? "xml");
        assert.deepEqual(ours(xml, pieceSize), told);
      }),
      { numRuns: 1_000 },
    );
  });
  it("W7 refuses whatever saxes refuses", () => {
    fc.assert(
      fc.property(ELEMENT, EDIT, fc.tuple(fc.nat(), fc.nat(3)), (...[xml, edit, [at, cut]]) => {
        const place = at % (xml.length + 1);
        // Through bytes: half a character is none.
        const broken = Buffer.from(xml.slice(0, place) + edit + xml.slice(place + cut)).toString();
        if (saxes(broken) === undefined) assert.equal(typeof ours(broken), "string", broken);
      }),
      { numRuns: 3_000 },
    );
  });

  const refused: readonly (readonly [string, Buffer | string, string])[] = [
    ["nothing", "", "xml"],
    ["text only", "hello", "xml"],
    ["text behind the root", "<a/>b", "xml"],
    ["a second root", "<a/><b/>", "xml"],
    ["a tag that closes another", "<a><b></a></b>", "xml"],
    ["an attribute twice", '<a b="1" b="2"/>', "xml"],
    ["attributes without a blank between", '<a b="1"c="2"/>', "xml"],
    ["an attribute without quotes", "<a b=1/>", "xml"],
    ["a declaration behind the beginning", '<a/><?xml version="1.0"?>', "xml"],
    ["a declaration of UTF-16", '<?xml version="1.0" encoding="UTF-16"?><a/>', "encoding"],
    ["bytes of GBK", Buffer.concat([Buffer.from("<a>"), Buffer.from([0xd6, 0xd0]), Buffer.from("</a>")]), "encoding"],
    ["bytes of UTF-16", Buffer.from("\ufeff<a/>", "utf16le"), "encoding"],
    ["a document type", "<!DOCTYPE a><a/>", "doctype"],
    ["a name that is none", "<1a/>", "xml"],
    ["a token without end", `<a b="${"x".repeat(300_000)}"/>`, "long-token"],
    ["a comment without end", `<a><!--${"x".repeat(300_000)}`, "long-token"],
  ];
  for (const [name, xml, what] of refused) {
    it(`W7 refuses ${name}`, () => {
      assert.equal(ours(xml), what);
      assert.equal(ours(xml, xml.length > 1_000 ? 10_000 : 7), what);
    });
  }
  it("W8 takes a byte order mark and both spellings of the encoding", () => {
    assert.deepEqual(ours('\ufeff<?xml version="1.0" encoding="utf8" standalone="yes"?>\n<a/>', 2), [
      ["open", "a", {}],
      ["close", "a"],
    ]);
  });
  it("W8 does not take attribute names for anything but names", () => {
    assert.deepEqual(ours('<a __proto__="1"/>'), [
      ["open", "a", JSON.parse('{"__proto__":"1"}')],
      ["close", "a"],
    ]);
  });
});
