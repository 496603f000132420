import type { ReportTableView } from "#core/sheet/report/report-view.ts";

export interface HeadingCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

interface Node {
  readonly title: string;
  own: boolean;
  readonly children: Node[];
}

/**
 * Nested headings as the form has them: lines of cells from the top. A heading that is a column itself stands beside what it is
 * divided into, under `of` ("其中").
 */
export function headingRows(columns: ReportTableView["columns"], of: string): readonly (readonly HeadingCell[])[] {
  const roots: Node[] = [];
  for (const { path } of columns) insert(roots, path);
  const depth = Math.max(1, ...columns.map(({ path }) => path.length));
  const lines: HeadingCell[][] = Array.from({ length: depth }, () => []);
  for (const root of roots) place(root, 0, { lines, of });
  return lines;
}

/** Columns of one heading stand side by side, so only the last one can be continued. */
function insert(nodes: Node[], path: readonly string[]): void {
  const [title = "", ...rest] = path;
  const last = nodes.at(-1);
  const node = last?.title === title && rest.length > 0 ? last : { title, own: false, children: [] };
  if (node !== last) nodes.push(node);
  if (rest.length === 0) node.own = true;
  else insert(node.children, rest);
}

interface Places {
  readonly lines: HeadingCell[][];
  readonly of: string;
}

function place(node: Node, line: number, places: Places): void {
  const { lines, of } = places;
  if (node.own) lines[line]?.push({ text: node.title, columns: 1, rows: lines.length - line });
  if (node.children.length === 0) return;
  const below = node.children.reduce((sum, child) => sum + width(child), 0);
  lines[line]?.push({ text: node.own ? of : node.title, columns: below, rows: 1 });
  for (const child of node.children) place(child, line + 1, places);
}

function width(node: Node): number {
  return (node.own ? 1 : 0) + node.children.reduce((sum, child) => sum + width(child), 0);
}
