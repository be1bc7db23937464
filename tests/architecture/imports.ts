// Finds what a source file imports: static, type-only, dynamic, and files named by `new URL(…, import.meta.url)`.
import { posix } from 'node:path';
import ts from 'typescript';

export interface Import {
  /** A path from the project's root without ending (`src/lib/core/analyze`), or a package (`d3`, `$app/state`). */
  readonly target: string;
  readonly typeOnly: boolean;
}

const SCRIPT = /<script[^>]*>([\s\S]*?)<\/script>/g;

const scriptsOf = (path: string, text: string): string =>
  path.endsWith('.svelte') ? [...text.matchAll(SCRIPT)].map(([, script]) => script ?? '').join('\n') : text;

function resolve(specifier: string, from: string): string {
  const [bare = ''] = specifier.split('?');
  const path = bare.startsWith('.')
    ? posix.join(posix.dirname(from), bare)
    : bare.replace(/^\$lib(?=\/|$)/, 'src/lib');
  return path.startsWith('src/') ? path.replace(/\.(svelte\.ts|svelte|ts|js)$/, '') : path;
}

/** `import type …`, or an import whose every name is marked `type`. */
function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings;
  if (clause.name !== undefined || names === undefined || ts.isNamespaceImport(names)) return false;
  return names.elements.length > 0 && names.elements.every((name) => name.isTypeOnly);
}

const isDynamicImport = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;

const isFileUrl = (node: ts.Node): node is ts.NewExpression =>
  ts.isNewExpression(node) &&
  node.expression.getText() === 'URL' &&
  node.arguments?.[1]?.getText() === 'import.meta.url';

function specifierOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (isDynamicImport(node) || isFileUrl(node)) return node.arguments?.[0];
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal;
  return undefined;
}

export function importsOf(path: string, text: string): readonly Import[] {
  const found: Import[] = [];
  const file = ts.createSourceFile(
    path,
    scriptsOf(path, text),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TS,
  );
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier !== undefined && ts.isStringLiteralLike(specifier)) {
      const declaration = ts.isImportDeclaration(node) || ts.isExportDeclaration(node);
      const typeOnly = declaration ? isTypeOnly(node) : ts.isImportTypeNode(node);
      found.push({ target: resolve(specifier.text, path), typeOnly });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
