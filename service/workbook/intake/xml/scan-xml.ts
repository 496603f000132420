import type { IntakeLimits } from "../intake-limits.ts";
import { XmlScanner, type XmlEvents } from "./xml-scanner.ts";

/** Names come without their namespace prefix. Attributes keep theirs. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>, depth: number): void;
  close(name: string, depth: number): void;
  text?(text: string): void;
}

/** A small part in one go, its attributes and texts as strings. */
export function scanXml(
  part: { readonly name: string; readonly content: Buffer },
  handler: XmlHandler,
  limits: IntakeLimits,
): void {
  const scanner = new XmlScanner(part.name, eventsOf(handler), limits);
  scanner.write(part.content);
  scanner.end();
}

function eventsOf(handler: XmlHandler): XmlEvents {
  const onText = handler.text?.bind(handler);
  return {
    open: (tag, name, depth) => handler.open(name, attributesOf(tag), depth),
    close: (name, depth) => handler.close(name, depth),
    text: (scanner) => onText?.(scanner.text()),
  };
}

/** Without a prototype: an attribute may have any name. */
export function attributesOf(tag: XmlScanner): Readonly<Record<string, string>> {
  const attributes = Object.create(null) as Record<string, string>;
  for (let index = 0; index < tag.attributeCount; index += 1) {
    const name = tag.attributeNames[index];
    if (name) attributes[name.raw] = tag.attributeValue(index);
  }
  return attributes;
}

/** The value of an attribute whatever its prefix: "r:id" and "id" of the relations namespace. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  const exact = attributes[name];
  if (exact !== undefined) return exact;
  const prefixed = Object.keys(attributes).find((key) => key.endsWith(`:${name}`));
  return prefixed === undefined ? undefined : attributes[prefixed];
}
