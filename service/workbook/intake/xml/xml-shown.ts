import type { XmlName } from "./xml-names.ts";
import { oneLineEnd, resolveReferences } from "./xml-text.ts";

/** The tag or text that a scanner stands at, as bytes and, for whoever asks, as text; nothing is made that nobody asks for. */
export class XmlShown {
  protected readonly part: string;
  /** Bytes of which `from` and `to` speak. Valid inside an event only. */
  bytes: Buffer = Buffer.alloc(0);
  /** Where the mark it stands at begins and ends: bytes of `bytes`. */
  markFrom = 0;
  markTo = 0;
  /** Name of the element just opened, with its prefix. */
  rawName = "";
  attributeCount = 0;
  readonly attributeNames: XmlName[] = [];
  readonly attributeFrom: number[] = [];
  readonly attributeTo: number[] = [];
  /** The text's bytes as they stand in the part. */
  from = 0;
  to = 0;
  /** No reference and no carriage return: the bytes are the text. */
  plain = true;
  protected isCdata = false;

  constructor(part: string) {
    this.part = part;
  }

  /** Value of the tag's attribute by its full name. */
  attribute(raw: string): string | undefined {
    const index = this.attributeIndex(raw);
    return index < 0 ? undefined : this.attributeValue(index);
  }

  attributeIndex(raw: string): number {
    for (let index = 0; index < this.attributeCount; index += 1)
      if (this.attributeNames[index]?.raw === raw) return index;
    return -1;
  }

  attributeValue(index: number): string {
    const text = this.bytes.toString("utf8", this.attributeFrom[index], this.attributeTo[index]);
    const flat = /[\t\n\r]/.test(text) ? text.replaceAll("\r\n", " ").replace(/[\t\n\r]/g, " ") : text;
    return flat.includes("&") ? resolveReferences(flat, this.part) : flat;
  }

  /** The text it stands at. */
  text(): string {
    const text = this.bytes.toString("utf8", this.from, this.to);
    if (this.plain) return text;
    return this.isCdata ? oneLineEnd(text) : resolveReferences(oneLineEnd(text), this.part);
  }
}
