import { SaxesParser } from "saxes";

export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  readonly text: string;
}

interface OpenNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: OpenNode[];
  text: string;
}

/** @throws Error with line and column when it is not well-formed */
export function parseXml(text: string): XmlNode {
  const parser = new SaxesParser();
  const open: OpenNode[] = [{ name: "", attributes: {}, children: [], text: "" }];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const node = { name, attributes, children: [], text: "" };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on("text", (more) => {
    const node = open.at(-1);
    if (node) node.text = (node.text + more).trim();
  });
  parser.on("closetag", () => void open.pop());
  parser.write(text).close();
  const root = open[0]?.children[0];
  if (!root) throw new Error("an empty document");
  return root;
}

export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((child) => child.name === name);
}

/** The node itself first, then everything below in the document's order. */
export function allOf(node: XmlNode, name?: string): readonly XmlNode[] {
  const below = node.children.flatMap((child) => allOf(child, name));
  return name === undefined || node.name === name ? [node, ...below] : below;
}
