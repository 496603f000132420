/** "2!C4": how a cell of a set is named. */
export function cellKey(table: number, cell: string): string {
  return `${table}!${cell}`;
}
