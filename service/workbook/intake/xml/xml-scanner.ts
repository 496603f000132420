import { isUtf8 } from "node:buffer";
import { damaged, hostile, type IntakeFault } from "../intake-fault.ts";
import type { IntakeLimits } from "../intake-limits.ts";
import {
  AMPERSAND,
  BANG,
  BYTE_KINDS,
  EQUALS,
  GREATER,
  GT,
  LT,
  MARK,
  NONE,
  QUESTION,
  REFERENCE,
  RETURN,
  SLASH,
  SOLID,
  afterBlanks,
  isBlank,
  nameEnd,
} from "./xml-bytes.ts";
import { ensureUtf8Declared } from "./xml-declaration.ts";
import { XmlNames, type XmlName } from "./xml-names.ts";
import { XmlShown } from "./xml-shown.ts";
import { ensureCharacters } from "./xml-text.ts";

/** What a part is made of, in order. The scanner shows the tag or text it stands at. */
export interface XmlEvents {
  open(tag: XmlScanner, name: string, depth: number): void;
  close(name: string, depth: number): void;
  /** Every text, blank or not, between two marks; ask `scanner.text()`. */
  text(scanner: XmlScanner, depth: number): void;
}

const UNFINISHED = -1;
const BOM = Buffer.from("\ufeff");
const MOST_ATTRIBUTES = 256;

/**
 * Strict XML in UTF-8 out of bytes as they come: no document type, no entities of its own, bounded nesting, bounded tokens.
 * A sheet of four million cells has sixteen million marks; that is why it works on bytes. Tests hold it to saxes.
 */
export class XmlScanner extends XmlShown {
  readonly #events: XmlEvents;
  readonly #limits: IntakeLimits;
  readonly #names: XmlNames;
  readonly #open: XmlName[] = [];
  #end = 0;
  #rest: Buffer = Buffer.alloc(0);
  #started = false;
  #rooted = false;
  #tags = 0;

  constructor(part: string, events: XmlEvents, limits: IntakeLimits) {
    super(part);
    this.#events = events;
    this.#limits = limits;
    this.#names = new XmlNames(part);
  }

  write(chunk: Buffer): void {
    this.bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    this.#end = this.bytes.length;
    if (!this.#started && this.#end < BOM.length) {
      this.#rest = this.bytes;
      return;
    }
    const from = this.#started || !this.bytes.subarray(0, BOM.length).equals(BOM) ? 0 : BOM.length;
    const stopped = this.#scan(from);
    ensureCharacters(this.bytes.subarray(0, stopped), this.part);
    this.#rest = this.bytes.subarray(stopped);
    if (this.#rest.length > this.#limits.tokenBytes) throw hostile("long-token", this.part);
  }

  /** How many of `bytes` were told; the rest comes again before the next piece. */
  get told(): number {
    return this.bytes.length - this.#rest.length;
  }

  /** @throws when something is still open */
  end(): void {
    const left = this.#rest.toString("latin1");
    if (this.#open.length > 0 || !this.#rooted || left.trim() !== "") throw this.#broken();
  }

  #broken(): IntakeFault {
    return damaged("xml", this.part);
  }

  /** @returns where the first unfinished token begins */
  #scan(from: number): number {
    let at = from;
    while (at < this.#end) {
      const next = this.bytes[at] === LT ? this.#mark(at) : this.#textFrom(at);
      if (next === UNFINISHED) break;
      if (next - at > this.#limits.tokenBytes) throw hostile("long-token", this.part);
      this.#started = true;
      at = next;
    }
    return at;
  }

  #textFrom(at: number): number {
    let to = at;
    let seen = 0;
    for (; to < this.#end; to += 1) {
      const kind = BYTE_KINDS[this.bytes[to] ?? 0] ?? 0;
      if (kind === MARK) break;
      seen |= kind;
    }
    if (to >= this.#end) return UNFINISHED;
    this.#ensureText(at, to, seen);
    if (this.#open.length > 0) this.#giveText(at, to, (seen & (REFERENCE | RETURN)) === 0);
    return to;
  }

  #ensureText(from: number, to: number, seen: number): void {
    if ((seen & NONE) !== 0) throw this.#broken();
    const outside = this.#open.length === 0 && (seen & SOLID) !== 0;
    if (outside) throw isUtf8(this.bytes.subarray(from, to)) ? this.#broken() : damaged("encoding", this.part);
    if ((seen & GREATER) !== 0 && this.bytes.subarray(from, to).includes("]]>")) throw this.#broken();
  }

  #giveText(from: number, to: number, plain: boolean): void {
    this.from = from;
    this.to = to;
    this.plain = plain;
    this.isCdata = false;
    // Whoever does not ask for the text must not let a wrong reference pass either.
    if (!plain) this.text();
    this.#events.text(this, this.#open.length);
  }

  #mark(at: number): number {
    if (at + 1 >= this.#end) return UNFINISHED;
    const byte = this.bytes[at + 1] ?? 0;
    if (byte === SLASH) return this.#closeTag(at);
    if (byte === BANG) return this.#declaration(at);
    if (byte === QUESTION) return this.#instruction(at);
    return this.#openTag(at);
  }

  #closeTag(at: number): number {
    const name = this.#open.at(-1);
    if (!name) throw this.#broken();
    const { bytes } = name;
    if (at + 2 + bytes.length >= this.#end) return UNFINISHED;
    for (let index = 0; index < bytes.length; index += 1)
      if (bytes[index] !== this.bytes[at + 2 + index]) throw this.#broken();
    const last = afterBlanks(this.bytes, at + 2 + bytes.length, this.#end);
    if (last >= this.#end) return UNFINISHED;
    if (this.bytes[last] !== GT) throw this.#broken();
    this.markFrom = at;
    this.markTo = last + 1;
    this.#events.close(name.local, this.#open.length);
    this.#open.pop();
    return last + 1;
  }

  #openTag(at: number): number {
    const nameTo = nameEnd(this.bytes, at + 1, this.#end);
    if (nameTo >= this.#end) return UNFINISHED;
    if (this.#open.length === 0 && this.#rooted) throw this.#broken();
    const name = this.#names.get(this.bytes, at + 1, nameTo);
    this.#tags += 1;
    this.markFrom = at;
    this.attributeCount = 0;
    const last = this.#attributesTo(nameTo);
    if (last === UNFINISHED || this.bytes[last] === GT)
      return last === UNFINISHED ? last : this.#opened(name, last, false);
    if (last + 1 >= this.#end) return UNFINISHED;
    if (this.bytes[last + 1] !== GT) throw this.#broken();
    return this.#opened(name, last + 1, true);
  }

  /** @returns where the tag's ">" or "/" is */
  #attributesTo(at: number): number {
    let from = at;
    while (from !== UNFINISHED) {
      const next = afterBlanks(this.bytes, from, this.#end);
      if (next >= this.#end) return UNFINISHED;
      const byte = this.bytes[next] ?? 0;
      if (byte === GT || byte === SLASH) return next;
      if (next === from) throw this.#broken();
      from = this.#attributeAt(next);
    }
    return UNFINISHED;
  }

  #opened(name: XmlName, last: number, closed: boolean): number {
    this.#rooted = true;
    this.markTo = last + 1;
    this.rawName = name.raw;
    this.#open.push(name);
    if (this.#open.length > this.#limits.depth) throw hostile("nesting", this.part);
    this.#events.open(this, name.local, this.#open.length);
    if (closed) {
      this.#events.close(name.local, this.#open.length);
      this.#open.pop();
    }
    return last + 1;
  }

  #attributeAt(at: number): number {
    const nameTo = nameEnd(this.bytes, at, this.#end);
    const equals = afterBlanks(this.bytes, nameTo, this.#end);
    const quote = afterBlanks(this.bytes, equals + 1, this.#end);
    if (quote >= this.#end) return UNFINISHED;
    const mark = this.bytes[quote] ?? 0;
    if (this.bytes[equals] !== EQUALS || (mark !== 0x22 && mark !== 0x27)) throw this.#broken();
    const name = this.#names.get(this.bytes, at, nameTo);
    const to = this.#valueEnd(quote + 1, mark);
    if (to >= this.#end) return UNFINISHED;
    this.#keepAttribute(name, quote + 1, to);
    return to + 1;
  }

  #keepAttribute(name: XmlName, from: number, to: number): void {
    const twice = name.seenIn === this.#tags || (this.#names.full && this.attributeIndex(name.raw) >= 0);
    if (twice || this.attributeCount >= MOST_ATTRIBUTES) throw this.#broken();
    name.seenIn = this.#tags;
    this.attributeNames[this.attributeCount] = name;
    this.attributeFrom[this.attributeCount] = from;
    this.attributeTo[this.attributeCount] = to;
    this.attributeCount += 1;
    if (!this.plain) this.attributeValue(this.attributeCount - 1);
  }

  /** Leaves in `plain` whether there is a reference in it. */
  #valueEnd(at: number, mark: number): number {
    this.plain = true;
    let to = at;
    for (; to < this.#end; to += 1) {
      const byte = this.bytes[to] ?? 0;
      if (byte === mark) return to;
      if (byte === LT || BYTE_KINDS[byte] === NONE) throw this.#broken();
      if (byte === AMPERSAND) this.plain = false;
    }
    return to;
  }

  /** <!-- -->, <![CDATA[ ]]> and, refused, <!DOCTYPE. */
  #declaration(at: number): number {
    const head = this.bytes.toString("latin1", at, at + 9);
    if (head.startsWith("<!--")) return this.#comment(at);
    if (head === "<![CDATA[") return this.#characterData(at);
    if (head === "<!DOCTYPE") throw hostile("doctype", this.part);
    if (["<!--", "<![CDATA[", "<!DOCTYPE"].some((whole) => whole.startsWith(head))) return UNFINISHED;
    throw this.#broken();
  }

  #comment(at: number): number {
    const to = this.bytes.indexOf("--", at + 4);
    if (to < 0 || to + 2 >= this.#end) return UNFINISHED;
    if (this.bytes[to + 2] !== GT) throw this.#broken();
    return this.#ensureSafe(at, to + 3);
  }

  #characterData(at: number): number {
    const to = this.bytes.indexOf("]]>", at + 9);
    if (to < 0) return UNFINISHED;
    if (this.#open.length === 0) throw this.#broken();
    this.#ensureSafe(at, to);
    this.from = at + 9;
    this.to = to;
    this.plain = false;
    this.isCdata = true;
    this.#events.text(this, this.#open.length);
    return to + 3;
  }

  #instruction(at: number): number {
    const to = this.bytes.indexOf("?>", at + 2);
    if (to < 0) return UNFINISHED;
    const nameTo = Math.min(nameEnd(this.bytes, at + 2, this.#end), to);
    const name = this.#names.get(this.bytes, at + 2, nameTo);
    if (nameTo < to && !isBlank(this.bytes[nameTo])) throw this.#broken();
    if (name.raw.toLowerCase() === "xml") {
      if (this.#started) throw this.#broken();
      ensureUtf8Declared(this.bytes.toString("latin1", at, to + 2), this.part);
    }
    return this.#ensureSafe(at, to + 2);
  }

  #ensureSafe(at: number, to: number): number {
    for (let index = at; index < to; index += 1) {
      const byte = this.bytes[index] ?? 0;
      if (BYTE_KINDS[byte] === NONE) throw this.#broken();
    }
    return to;
  }
}
