import { damaged } from "../intake-fault.ts";

/** A name of an element or attribute, made once and then known by its bytes. */
export interface XmlName {
  readonly raw: string;
  /** Without its namespace prefix. */
  readonly local: string;
  readonly bytes: Buffer;
  /** Number of the tag that had it last, as an attribute: twice in one tag is an error. */
  seenIn: number;
}

const SLOTS = 1_024;
/** Honest files have about a hundred; those that have more get theirs made anew each time. */
const MOST_KEPT = 2_000;
const START =
  ":A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}\\u{200D}\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}";
const NAME = new RegExp(`^[${START}][${START}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}-\\u{2040}]*$`, "u");

/** The names in one part. Making a string for each of eight million tags would take most of the time. */
export class XmlNames {
  readonly #part: string;
  readonly #slots: (XmlName[] | undefined)[] = new Array<XmlName[] | undefined>(SLOTS).fill(undefined);
  #kept = 0;

  constructor(part: string) {
    this.#part = part;
  }

  /** From now on equal names may be two. */
  get full(): boolean {
    return this.#kept >= MOST_KEPT;
  }

  get(bytes: Buffer, from: number, to: number): XmlName {
    let hash = to - from;
    for (let at = from; at < to; at += 1) hash = (hash * 31 + (bytes[at] ?? 0)) | 0;
    const slot = (hash ^ (hash >>> 10)) & (SLOTS - 1);
    const known = this.#slots[slot];
    if (known) {
      for (const name of known) if (sameBytes(name.bytes, bytes, { from, to })) return name;
    }
    return this.#add(bytes.subarray(from, to), slot);
  }

  #add(bytes: Buffer, slot: number): XmlName {
    const raw = bytes.toString("utf8");
    if (!NAME.test(raw)) throw damaged("xml", this.#part);
    const name = { raw, local: raw.slice(raw.indexOf(":") + 1), bytes: Buffer.from(bytes), seenIn: 0 };
    if (this.full) return name;
    this.#kept += 1;
    (this.#slots[slot] ??= []).push(name);
    return name;
  }
}

function sameBytes(name: Buffer, bytes: Buffer, { from, to }: { readonly from: number; readonly to: number }): boolean {
  if (name.length !== to - from) return false;
  for (let at = 0; at < name.length; at += 1) if (name[at] !== bytes[from + at]) return false;
  return true;
}
