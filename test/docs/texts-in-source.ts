import { readFileSync } from "node:fs";
import ts from "typescript";

/** Stands for whatever a sentence fills in: a number, a name, a day. */
export const BLANK = "…";

/** Every text a source file can show, with `BLANK` where it fills something in. */
export function textsInSource(file: string): readonly string[] {
  return textsIn(parse(file));
}

/** Those below the properties of these names, wherever they stand. */
export function textsUnder(file: string, names: readonly string[]): readonly string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    const isWanted = ts.isPropertyAssignment(node) && names.includes(nameOf(node));
    if (isWanted) texts.push(...textsIn(node.initializer));
    else ts.forEachChild(node, visit);
  };
  visit(parse(file));
  return texts;
}

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest);
}

function nameOf({ name }: ts.PropertyAssignment): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : "";
}

function textsIn(from: ts.Node): readonly string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    if (text === undefined) ts.forEachChild(node, visit);
    else texts.push(text);
  };
  visit(from);
  return texts;
}

/** What is filled in is no text of its own, so the visit ends here. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node)) return "";
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => BLANK + literal.text).join("");
}
