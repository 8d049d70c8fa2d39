import { type ESTree, parseSync, Visitor } from 'vite';

const isImportMetaUrl = (node: ESTree.Argument | undefined) =>
  node?.type === 'MemberExpression' &&
  node.object.type === 'MetaProperty' &&
  node.property.type === 'Identifier' &&
  node.property.name === 'url';

/**
 * Every module that a TypeScript file names, in order of appearance within each kind: static and
 * type imports, export-from, `import()` in code and in types, and `new URL('…', import.meta.url)`.
 * Targets computed at run time are not seen.
 * @throws {SyntaxError} when the source cannot be parsed
 */
export function importsOf(file: string, source: string): string[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new SyntaxError(`${file}: ${errors[0]?.message}`);
  const found: string[] = [];
  const add = (target: ESTree.Expression | ESTree.Argument | null | undefined) => {
    if (target?.type === 'Literal' && typeof target.value === 'string') found.push(target.value);
    if (target?.type === 'TemplateLiteral' && target.expressions.length === 0)
      found.push(target.quasis[0]?.value.cooked ?? '');
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source),
    ExportNamedDeclaration: (node) => add(node.source),
    ExportAllDeclaration: (node) => add(node.source),
    ImportExpression: (node) => add(node.source),
    TSImportType: (node) => add(node.source),
    NewExpression: ({ callee, arguments: [target, base] }) => {
      if (callee.type === 'Identifier' && callee.name === 'URL' && isImportMetaUrl(base))
        add(target);
    },
  }).visit(program);
  return found;
}
