/** The part of WebAssembly that is used. It is in every browser and in Node, but in no library of types for pure code. */
interface WebAssemblyHost {
  readonly Memory: new (size: { readonly initial: number }) => WasmMemory;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Readonly<Record<string, unknown>> };
}

interface WasmMemory {
  /** Another one after it has grown. */
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** At most four numbers; the missing ones are 0. */
export type WasmStep = (...given: readonly number[]) => void;

export interface WasmInstance {
  readonly buffer: ArrayBuffer;
  readonly exports: Readonly<Record<string, WasmStep>>;
}

/**
 * A module over the one memory that all share as scratch paper, made larger when it must be. Take it anew for each task, and read
 * the results before anything else runs: nothing stays there. It is arithmetic and nothing else, so core stays pure.
 * @returns null where there is no WebAssembly
 */
export function wasmInstance(bytesOf: () => Uint8Array<ArrayBuffer>, size: number): WasmInstance | null {
  const host = (globalThis as { readonly WebAssembly?: WebAssemblyHost }).WebAssembly;
  if (!host) return null;
  scratch ??= new host.Memory({ initial: 1 });
  const missing = size - scratch.buffer.byteLength;
  if (missing > 0) scratch.grow(Math.ceil(missing / PAGE));
  const known = instances.get(bytesOf);
  const exports = known ?? new host.Instance(new host.Module(bytesOf()), { kernel: { memory: scratch } }).exports;
  instances.set(bytesOf, exports as WasmInstance["exports"]);
  return { buffer: scratch.buffer, exports: exports as WasmInstance["exports"] };
}

let scratch: WasmMemory | null = null;
const instances = new Map<() => Uint8Array<ArrayBuffer>, WasmInstance["exports"]>();
const PAGE = 65_536;
