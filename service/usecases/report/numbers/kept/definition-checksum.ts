import type { CompiledSet } from "#core/report/compile/compiled-set.ts";
import type { Digest } from "#service/ports/surroundings.ts";

/**
 * Of a form as it is written, its named conditions and checks included: another form, another checksum. By when it is due is
 * no part of it: a deadline that is put off makes no workbook that was handed out another form's.
 */
export function definitionChecksum({ set, conditions }: CompiledSet, digest: Digest): string {
  const texts = Object.entries(conditions).map(([name, all]) => [name, all.map(({ text }) => text)]);
  return digest(JSON.stringify([{ ...set, deadlines: undefined }, texts]));
}
