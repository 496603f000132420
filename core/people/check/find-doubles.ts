/** Who shares a value with somebody else; empty values are nobody's. */
export function findDoubles<Id>(values: Iterable<readonly [Id, string]>): ReadonlySet<Id> {
  const first = new Map<string, Id>();
  const doubled = new Set<Id>();
  for (const [id, value] of values) {
    if (value === "") continue;
    const other = first.get(value);
    if (other === undefined) first.set(value, id);
    else doubled.add(other).add(id);
  }
  return doubled;
}
