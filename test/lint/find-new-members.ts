import ts from "typescript";

/** Something of Excel's that an Excel we support may not have. */
export interface NewMember {
  readonly start: number;
  readonly end: number;
  /** "Range.getMergedAreasOrNullObject" */
  readonly member: string;
  /** As its documentation says; undefined: it says nothing. */
  readonly set: string | undefined;
}

/** Of the library, not of Excel: documented without a set. */
const LIBRARY = new Set(
  "run RequestContext workbook application context load set toJSON track untrack items select expand $all $top $skip delayForCellEdit".split(
    " ",
  ),
);

/**
 * Every use of a member of the namespace Excel beyond ExcelApi `newest`, or documented without a set: by name, in object
 * literals, in destructuring, and by the texts that `load` takes.
 */
export function findNewMembers(
  file: ts.SourceFile,
  checker: ts.TypeChecker,
  newest: readonly [major: number, minor: number],
): readonly NewMember[] {
  const found: NewMember[] = [];
  const visit = (node: ts.Node): void => {
    for (const { symbol, at } of usedSymbols(node, checker)) {
      const problem = problemOf(symbol, newest);
      if (problem) found.push({ start: at.getStart(file), end: at.getEnd(), ...problem });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

interface Use {
  readonly symbol: ts.Symbol;
  readonly at: ts.Node;
}

function usedSymbols(node: ts.Node, checker: ts.TypeChecker): readonly Use[] {
  if (ts.isIdentifier(node)) return symbolsNamed(node, checker).map((symbol) => ({ symbol, at: node }));
  if (!ts.isStringLiteralLike(node)) return [];
  if (ts.isElementAccessExpression(node.parent))
    return propertyUse(checker.getTypeAtLocation(node.parent.expression), node);
  const loading = loadedFrom(node);
  return loading ? loadedProperties(checker.getTypeAtLocation(loading), node, checker) : [];
}

function symbolsNamed(node: ts.Identifier, checker: ts.TypeChecker): readonly ts.Symbol[] {
  const { parent } = node;
  if (isNameInLiteral(parent, node)) {
    const type = checker.getContextualType(parent.parent);
    return type ? propertiesOf(type, node.text) : [];
  }
  if (ts.isBindingElement(parent) && (parent.propertyName ?? parent.name) === node)
    return propertiesOf(checker.getTypeAtLocation(parent.parent), node.text);
  const symbol = checker.getSymbolAtLocation(node);
  return symbol ? [symbol] : [];
}

function isNameInLiteral(
  parent: ts.Node,
  node: ts.Identifier,
): parent is (ts.PropertyAssignment | ts.ShorthandPropertyAssignment) & { parent: ts.ObjectLiteralExpression } {
  return (
    (ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent)) &&
    parent.name === node &&
    ts.isObjectLiteralExpression(parent.parent)
  );
}

/** Each part of a union has its own. */
function propertiesOf(type: ts.Type, name: string): readonly ts.Symbol[] {
  const parts = type.isUnion() ? type.types : [type];
  return parts.flatMap((part) => part.getProperty(name) ?? []);
}

function propertyUse(type: ts.Type, at: ts.StringLiteralLike): readonly Use[] {
  return propertiesOf(type, at.text).map((symbol) => ({ symbol, at }));
}

/** `range` of `range.load("values")` and `range.load(["values", "format/fill/color"])`. */
function loadedFrom(text: ts.StringLiteralLike): ts.Expression | undefined {
  const argument = ts.isArrayLiteralExpression(text.parent) ? text.parent : text;
  const call = argument.parent;
  if (!ts.isCallExpression(call) || !call.arguments.some((each) => each === argument)) return undefined;
  const { expression } = call;
  return ts.isPropertyAccessExpression(expression) && expression.name.text === "load"
    ? expression.expression
    : undefined;
}

function loadedProperties(from: ts.Type, at: ts.StringLiteralLike, checker: ts.TypeChecker): readonly Use[] {
  const paths = at.text.split(",").map((path) => path.trim().split("/"));
  return paths.flatMap((path) => {
    const uses: Use[] = [];
    let type: ts.Type | undefined = from;
    for (const name of path) {
      const symbol: ts.Symbol | undefined = type && propertyOrItemProperty(type, name, checker);
      if (symbol) uses.push({ symbol, at });
      type = symbol && checker.getTypeOfSymbol(symbol);
    }
    return uses;
  });
}

/** What a collection is asked to load, its items load. */
function propertyOrItemProperty(type: ts.Type, name: string, checker: ts.TypeChecker): ts.Symbol | undefined {
  const own = type.getProperty(name);
  const items = type.getProperty("items");
  if (own || !items) return own;
  return checker.getIndexTypeOfType(checker.getTypeOfSymbol(items), ts.IndexKind.Number)?.getProperty(name);
}

function problemOf(
  symbol: ts.Symbol,
  newest: readonly [number, number],
): Pick<NewMember, "member" | "set"> | undefined {
  const declarations = (symbol.declarations ?? []).filter(isOfExcel);
  for (const declaration of declarations) {
    const set = setOf(declaration);
    if (set === undefined ? isKnownWithoutSet(declaration, symbol.name) : isWithin(set, newest)) continue;
    return { member: nameOf(declaration, symbol.name), set };
  }
  return undefined;
}

function isOfExcel(declaration: ts.Node): boolean {
  for (let node: ts.Node | undefined = declaration.parent; node; node = node.parent as ts.Node | undefined)
    if (ts.isModuleDeclaration(node) && node.name.text === "Excel") return true;
  return false;
}

/** Types carry no set of their own where their members do; ErrorCodes are the library's texts. */
function isKnownWithoutSet(declaration: ts.Declaration, name: string): boolean {
  if (ts.isParameter(declaration) || ts.isTypeParameterDeclaration(declaration)) return true;
  if (ts.isInterfaceDeclaration(declaration) || ts.isModuleDeclaration(declaration)) return true;
  const isErrorCode = (node: ts.Node): boolean => ts.isEnumDeclaration(node) && node.name.text === "ErrorCodes";
  return LIBRARY.has(name) || isErrorCode(declaration) || isErrorCode(declaration.parent);
}

function setOf(declaration: ts.Declaration): string | undefined {
  const source = declaration.getSourceFile().text;
  const comment = source.slice(declaration.getFullStart(), declaration.getStart());
  return /\[Api set:\s*([^\]]*?)\s*\]/.exec(comment)?.[1];
}

/** "ExcelApi 1.1 for get, 1.8 for set": every version counts. Anything but numbered sets of Excel is too new. */
function isWithin(set: string, [major, minor]: readonly [number, number]): boolean {
  if (!/^ExcelApi \d/.test(set) || /preview|beta|online/i.test(set)) return false;
  const versions = [...set.matchAll(/\b(\d+)\.(\d+)\b/g)].map(([, a, b]) => [Number(a), Number(b)] as const);
  return versions.every(([a, b]) => a < major || (a === major && b <= minor));
}

function nameOf(declaration: ts.Declaration, name: string): string {
  const { parent } = declaration;
  const owner =
    (ts.isClassDeclaration(parent) || ts.isInterfaceDeclaration(parent) || ts.isEnumDeclaration(parent)) && parent.name;
  return owner ? `${owner.text}.${name}` : `Excel.${name}`;
}
