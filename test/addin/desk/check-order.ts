import { MANIFEST_GRAMMAR } from "./manifest-grammar.ts";
import type { XmlNode } from "./xml-node.ts";

/** @returns a sentence per element whose children Excel would not accept. */
export function checkOrder(node: XmlNode, path = ""): readonly string[] {
  const here = `${path}/${node.name}`;
  const parent = path.split("/").at(-1) ?? "";
  const names = node.children.map(({ name }) => name);
  const grammar = grammarOf(node, parent);
  if (grammar === undefined) return [`${here} is no element of a manifest`];
  const own = matches(grammar, names)
    ? []
    : [`${here} holds ${names.join(" ") || "nothing"}, not ${grammar || "nothing"}`];
  return [...own, ...node.children.flatMap((child) => checkOrder(child, here))];
}

function grammarOf({ name, attributes }: XmlNode, parent: string): string | undefined {
  // The base manifest's host has a name, that of VersionOverrides a type and children.
  if (name === "Host" && attributes["xsi:type"] !== undefined) return MANIFEST_GRAMMAR["VersionHost"];
  if (name === "Hosts") return "Host";
  return MANIFEST_GRAMMAR[`${parent}>${name}`] ?? MANIFEST_GRAMMAR[name];
}

function matches(grammar: string, names: readonly string[]): boolean {
  const pattern = grammar
    .split(" ")
    .filter((part) => part !== "")
    .map((part) => part.replace(/^([\w:]+)([?+*]?)$/, "(?:$1 )$2"))
    .join("");
  return new RegExp(`^${pattern}$`).test(names.map((name) => `${name} `).join(""));
}
