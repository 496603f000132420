import type { ReadCell } from "#core/sheet/reading.ts";
import type { LineIdentities } from "./line-identity.ts";

/**
 * Whose order counts? Where the officer sorted, his; where rows stand as they were drawn and he put nothing beside them, the
 * book's new one (a standing after new scores): then rows get other keys and contents where they stand.
 * @param drawn identities in the order in which they were drawn; null: unknown
 */
export function placedOrder(
  identities: LineIdentities,
  drawn: readonly string[] | null,
  hasOwnContent: (line: number) => boolean,
): LineIdentities {
  const { standing, wanted } = identities;
  if (!drawn) return identities;
  const known = new Set(wanted);
  const common = standing.flatMap((identity, line) =>
    identity !== null && known.has(identity) ? [{ identity, line }] : [],
  );
  const kept = new Set(common.map(({ identity }) => identity));
  const inNewOrder = wanted.filter((identity) => kept.has(identity));
  if (isSame(inNewOrder, common)) return identities;
  if (
    !isSame(
      drawn.filter((identity) => kept.has(identity)),
      common,
    )
  )
    return identities;
  if (common.some(({ line }) => hasOwnContent(line))) return identities;
  const renamed = [...standing];
  common.forEach(({ line }, at) => (renamed[line] = inNewOrder[at] ?? null));
  return { standing: renamed, wanted };
}

function isSame(order: readonly string[], common: readonly { readonly identity: string }[]): boolean {
  return order.length === common.length && order.every((identity, at) => identity === common[at]?.identity);
}

export function isFilled(cell: ReadCell | undefined): boolean {
  return cell !== undefined && (cell.formula !== undefined || (cell.value !== null && cell.value !== ""));
}
