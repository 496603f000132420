import { TextDecoder } from "node:util";
import { SaxesParser } from "saxes";
import { damaged, hostile, IntakeFault } from "./intake-fault.ts";
import type { IntakeLimits } from "./intake-limits.ts";

/** Names come without their namespace prefix. Attributes keep theirs. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>, depth: number): void;
  close(name: string, depth: number): void;
  text?(text: string): void;
}

const CHUNK = 65_536;
const LESS_THAN = 0x3c;

/** Strict XML in UTF-8 only: no document type, no entities of its own, bounded nesting, bounded tokens. */
export function scanXml(
  part: { readonly name: string; readonly content: Buffer },
  handler: XmlHandler,
  limits: IntakeLimits,
): void {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  let depth = 0;
  parser.on("error", () => {
    throw damaged("xml", part.name);
  });
  parser.on("doctype", () => {
    throw hostile("doctype", part.name);
  });
  parser.on("xmldecl", ({ encoding }) => {
    if (encoding !== undefined && encoding.toLowerCase() !== "utf-8") throw damaged("encoding", part.name);
  });
  parser.on("opentag", (tag) => {
    depth += 1;
    if (depth > limits.depth) throw hostile("nesting", part.name);
    handler.open(localName(tag.name), tag.attributes, depth);
  });
  parser.on("closetag", (tag) => {
    handler.close(localName(tag.name), depth);
    depth -= 1;
  });
  if (handler.text) {
    const text = handler.text.bind(handler);
    parser.on("text", text);
    parser.on("cdata", text);
  }
  feed(parser, part, limits);
}

function feed(
  parser: Pick<SaxesParser, "write" | "close">,
  part: { readonly name: string; readonly content: Buffer },
  limits: IntakeLimits,
): void {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let sinceMarkup = 0;
  for (let at = 0; at < part.content.length; at += CHUNK) {
    const chunk = part.content.subarray(at, at + CHUNK);
    const last = chunk.lastIndexOf(LESS_THAN);
    sinceMarkup = last < 0 ? sinceMarkup + chunk.length : chunk.length - last;
    if (sinceMarkup > limits.tokenBytes) throw hostile("long-token", part.name);
    parser.write(decode(decoder, chunk, part.name));
  }
  parser.write(decode(decoder, undefined, part.name));
  parser.close();
}

function decode(decoder: TextDecoder, chunk: Buffer | undefined, part: string): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch (error) {
    if (error instanceof IntakeFault || !(error instanceof TypeError)) throw error;
    throw damaged("encoding", part);
  }
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The value of an attribute whatever its prefix: "r:id" and "id" of the relations namespace. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  const exact = attributes[name];
  if (exact !== undefined) return exact;
  const prefixed = Object.keys(attributes).find((key) => key.endsWith(`:${name}`));
  return prefixed === undefined ? undefined : attributes[prefixed];
}
