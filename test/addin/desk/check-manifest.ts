import { iconSizes } from "#test/icons/icon-sizes.ts";
import { checkOrder } from "./check-order.ts";
import { allOf, childOf, parseXml, type XmlNode } from "./xml-node.ts";

export interface ManifestFacts {
  readonly commands: readonly string[];
  readonly contextCommands: readonly string[];
  /** Width and height of a picture by its path ("/icons/x.png"); undefined: no such file. */
  readonly pictureSize: (path: string) => { readonly width: number; readonly height: number } | undefined;
  readonly version: string;
}

const LONGEST_ID = 32;
const LONGEST = { "bt:ShortStrings": 125, "bt:LongStrings": 250 } as const;
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const LOCALES = { default: "zh-CN", other: "en-US" } as const;

/** Everything that can be known of an Excel manifest without Excel. @returns a sentence per problem; none: it is good. */
export function checkManifest(xml: string, facts: ManifestFacts): readonly string[] {
  const root = parseXml(xml);
  return [
    ...checkOrder(root),
    ...checkHead(root, facts),
    ...checkResources(root),
    ...checkAddresses(root),
    ...checkTexts(root),
    ...checkPictures(root, facts),
    ...checkCommands(root, facts),
    ...checkRuntime(root),
  ];
}

function checkHead(root: XmlNode, { version }: ManifestFacts): readonly string[] {
  const text = (name: string): string => childOf(root, name)?.text ?? "";
  const sets = allOf(root, "Set").map(
    ({ attributes }) => `${attributes["Name"] ?? ""} ${attributes["MinVersion"] ?? ""}`,
  );
  return [
    ...unless(GUID.test(text("Id")), "Id is no GUID"),
    ...unless(/^\d+\.\d+\.\d+\.\d+$/.test(text("Version")), "Version is not x.x.x.x"),
    ...unless(text("Version") === `${version}.0`, `Version is not that of the program, ${version}.0`),
    ...unless(text("DefaultLocale") === LOCALES.default, "DefaultLocale is not zh-CN"),
    ...unless(sets.join() === "ExcelApi 1.14,SharedRuntime 1.1", `Requirements are ${sets.join()}`),
  ];
}

function checkResources(root: XmlNode): readonly string[] {
  const resources = allOf(root, "Resources").flatMap(({ children }) => children.flatMap(({ children: each }) => each));
  const defined = resources.map(({ attributes }) => attributes["id"] ?? "");
  const used = new Set(allOf(root).flatMap(({ attributes }) => attributes["resid"] ?? []));
  const ids = allOf(root)
    .filter(({ name }) => !name.startsWith("bt:"))
    .flatMap(({ attributes }) => attributes["id"] ?? []);
  return [
    ...[...used].filter((id) => !defined.includes(id)).map((id) => `resid ${id} is not defined`),
    ...defined.filter((id) => !used.has(id)).map((id) => `resource ${id} is never used`),
    ...defined.filter((id) => id.length > LONGEST_ID).map((id) => `resource ${id} has more than 32 characters`),
    ...doubled(defined).map((id) => `resource ${id} is defined twice`),
    ...doubled(ids).map((id) => `id ${id} stands twice`),
  ];
}

/** All at one https origin, and the pane is one page. */
function checkAddresses(root: XmlNode): readonly string[] {
  const values = allOf(root).flatMap(({ attributes, text }) => [attributes["DefaultValue"] ?? "", text]);
  const addresses = values.filter((value) => /^[a-z]+:\/\//i.test(value));
  const origins = [...new Set(addresses.map((address) => new URL(address).origin))];
  const domains = allOf(root, "AppDomain").map(({ text }) => text);
  return [
    ...addresses.filter((address) => !address.startsWith("https://")).map((address) => `${address} is not https`),
    ...unless(origins.length === 1, `more than one origin: ${origins.join(" ")}`),
    ...unless(domains.join() === origins[0], `AppDomains are ${domains.join()}`),
    ...unless(
      childOf(childOf(root, "DefaultSettings"), "SourceLocation")?.attributes["DefaultValue"] ===
        resource(root, "Taskpane.Url")?.attributes["DefaultValue"],
      "SourceLocation is another page than the pane's",
    ),
  ];
}

function checkTexts(root: XmlNode): readonly string[] {
  const lengths = Object.entries(LONGEST).flatMap(([group, most]) =>
    allOf(root, group)
      .flatMap(({ children }) => children)
      .flatMap((string) =>
        textsOf(string)
          .filter((text) => text.length === 0 || text.length > most)
          .map(() => `${string.attributes["id"] ?? ""} has a text that is empty or longer than ${most}`),
      ),
  );
  const translated = [
    ...allOf(root, "bt:String"),
    ...root.children.filter(({ name }) => name === "DisplayName" || name === "Description"),
  ];
  const untold = translated
    .filter(({ children }) => !children.some(({ attributes }) => attributes["Locale"] === LOCALES.other))
    .map(({ name, attributes }) => `${attributes["id"] ?? name} has no ${LOCALES.other} text`);
  const mixed = translated
    .filter(({ attributes }) => !/[\u4e00-\u9fff]/.test(attributes["DefaultValue"] ?? ""))
    .map(({ name, attributes }) => `${attributes["id"] ?? name} has no Chinese text`);
  return [...lengths, ...untold, ...mixed];
}

function textsOf({ attributes, children }: XmlNode): readonly string[] {
  return [attributes["DefaultValue"] ?? "", ...children.map((child) => child.attributes["Value"] ?? "")];
}

function checkPictures(root: XmlNode, { pictureSize }: ManifestFacts): readonly string[] {
  const wanted = allOf(root, "Icon").flatMap(({ children }) =>
    children.map(({ attributes }) => ({ size: Number(attributes["size"]), id: attributes["resid"] ?? "" })),
  );
  const pictures = [
    ...wanted.map(({ size, id }) => ({ size, address: resource(root, id)?.attributes["DefaultValue"] ?? "" })),
    { size: 32, address: childOf(root, "IconUrl")?.attributes["DefaultValue"] ?? "" },
    { size: 64, address: childOf(root, "HighResolutionIconUrl")?.attributes["DefaultValue"] ?? "" },
  ];
  const incomplete = allOf(root, "Icon")
    .map(({ children }) => children.map(({ attributes }) => Number(attributes["size"])))
    .filter((sizes) => !iconSizes("").every((size) => sizes.includes(size)))
    .map((sizes) => `an icon has only the sizes ${sizes.join()}`);
  return [...incomplete, ...pictures.flatMap((picture) => checkPicture(picture, pictureSize))];
}

function checkPicture(
  { size, address }: { readonly size: number; readonly address: string },
  pictureSize: ManifestFacts["pictureSize"],
): readonly string[] {
  if (!URL.canParse(address)) return [];
  const { pathname } = new URL(address);
  const found = pictureSize(pathname);
  if (!found) return [`${pathname} is not there`];
  return unless(
    found.width === size && found.height === size,
    `${pathname} is ${found.width} x ${found.height}, not ${size} x ${size}`,
  );
}

function checkCommands(root: XmlNode, { commands, contextCommands }: ManifestFacts): readonly string[] {
  const [ribbon, menu] = ["PrimaryCommandSurface", "ContextMenu"].map((type) =>
    allOf(root, "ExtensionPoint").find(({ attributes }) => attributes["xsi:type"] === type),
  );
  const named = (node: XmlNode | undefined): readonly string[] =>
    node ? allOf(node, "FunctionName").map(({ text }) => text) : [];
  const controls = allOf(root, "OfficeMenu").flatMap(({ children }) => children);
  return [
    ...unless(
      named(ribbon).join() === commands.join(),
      `the ribbon offers ${named(ribbon).join()}, not ${commands.join()}`,
    ),
    ...unless(named(menu).join() === contextCommands.join(), `the cell's menu offers ${named(menu).join()}`),
    ...unless(
      controls.length === 1 && controls[0]?.attributes["xsi:type"] === "Menu",
      "the cell's menu is not one control of the type Menu",
    ),
  ];
}

/** One long-living page is pane, functions and buttons' target at once. */
function checkRuntime(root: XmlNode): readonly string[] {
  const runtime = allOf(root, "Runtime")[0];
  const pages = [
    ...allOf(root, "FunctionFile"),
    ...allOf(root, "Action").flatMap(({ children }) => children.filter(({ name }) => name === "SourceLocation")),
  ];
  return [
    ...unless(runtime?.attributes["lifetime"] === "long", "the runtime does not live long"),
    ...unless(pages.length >= 2, "no button shows the pane"),
    ...pages
      .filter(({ attributes }) => attributes["resid"] !== runtime?.attributes["resid"])
      .map(({ name }) => `${name} is another page than the runtime's`),
  ];
}

function resource(root: XmlNode, id: string): XmlNode | undefined {
  return allOf(root).find(({ name, attributes }) => name.startsWith("bt:") && attributes["id"] === id);
}

function doubled(ids: readonly string[]): readonly string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

function unless(holds: boolean, sentence: string): readonly string[] {
  return holds ? [] : [sentence];
}
