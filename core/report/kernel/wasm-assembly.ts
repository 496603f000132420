/** As much of the WebAssembly binary format (version 1) as our kernel needs: whole numbers, memory, loops. */
export type Code = readonly number[];

/** All parameters are i32, and there is no result: what is reckoned stands in memory. */
export interface WasmFunction {
  readonly name: string;
  readonly params: number;
  /** Locals behind the parameters, i32 first. */
  readonly locals: { readonly i32: number; readonly i64: number };
  readonly body: Code;
}

const I32 = 0x7f;
const I64 = 0x7e;
const EMPTY = 0x40;

export const get = (local: number): Code => [0x20, local];
export const set = (local: number): Code => [0x21, local];
export const tee = (local: number): Code => [0x22, local];
export const i32 = (value: number): Code => [0x41, ...signed(BigInt(value))];
export const i32Load8 = (offset = 0): Code => [0x2d, 0, ...unsigned(offset)];
export const i32Load16 = (offset = 0): Code => [0x2f, 1, ...unsigned(offset)];
export const i32Load = (offset = 0): Code => [0x28, 2, ...unsigned(offset)];
export const i32Store = (offset = 0): Code => [0x36, 2, ...unsigned(offset)];
export const i64 = (value: bigint): Code => [0x42, ...signed(value)];
export const i64Load8 = (offset = 0): Code => [0x31, 0, ...unsigned(offset)];
export const i64Load = (offset = 0): Code => [0x29, 3, ...unsigned(offset)];
export const i64Store = (offset = 0): Code => [0x37, 3, ...unsigned(offset)];
export const i64Store8 = (offset = 0): Code => [0x3c, 0, ...unsigned(offset)];
export const I32_ADD: Code = [0x6a];
export const I32_SHL: Code = [0x74];
export const I32_LESS: Code = [0x49];
export const I32_FROM_I64: Code = [0xa7];
export const I64_ADD: Code = [0x7c];
export const I64_AND: Code = [0x83];
export const I64_OR: Code = [0x84];
export const I64_XOR: Code = [0x85];
export const I64_SHL: Code = [0x86];
export const I64_SHR: Code = [0x88];
export const I64_COUNT_BITS: Code = [0x7b];

/** Does the body, and again as long as the condition behind it is not 0. */
export const loop = (body: Code, again: Code): Code => [0x03, EMPTY, ...body, ...again, 0x0d, 0, 0x0b];

/** A module over the memory "kernel.memory" that exports these functions. */
export function assembleModule(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const importedMemory = [...text("kernel"), ...text("memory"), 2, 0, 1];
  return new Uint8Array([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(
      1,
      functions.map(({ params }) => [0x60, ...list(Array.from({ length: params }, () => [I32])), ...list([])]),
    ),
    ...section(2, [importedMemory]),
    ...section(
      3,
      functions.map((_, index) => unsigned(index)),
    ),
    ...section(
      7,
      functions.map(({ name }, index) => [...text(name), 0, ...unsigned(index)]),
    ),
    ...section(10, functions.map(functionBody)),
  ]);
}

function functionBody({ locals, body }: WasmFunction): Code {
  const declared = list([
    [...unsigned(locals.i32), I32],
    [...unsigned(locals.i64), I64],
  ]);
  return sized([...declared, ...body, 0x0b]);
}

function section(id: number, items: readonly Code[]): Code {
  return [id, ...sized(list(items))];
}

function list(items: readonly Code[]): Code {
  return [...unsigned(items.length), ...items.flat()];
}

function text(name: string): Code {
  return sized(Array.from(name, (letter) => letter.charCodeAt(0)));
}

function sized(bytes: Code): Code {
  return [...unsigned(bytes.length), ...bytes];
}

/** LEB128: seven bits a byte, the smallest first. */
function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

/** The same of numbers that may be below 0. */
function signed(value: bigint): Code {
  const low = Number(BigInt.asUintN(7, value));
  return value >= -0x40n && value < 0x40n ? [low] : [low | 0x80, ...signed(value >> 7n)];
}
