/** By "2!C4". */
type Values = ReadonlyMap<string, number>;

/** Whether two units' or moments' numbers are the same, cell by cell. */
export function sameValues(some: Values, others: Values): boolean {
  if (some.size !== others.size) return false;
  for (const [cell, value] of some) if (others.get(cell) !== value) return false;
  return true;
}
