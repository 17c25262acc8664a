import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * Makes the types in `dist/types` complete: what is bundled is not installed with the package, so the types of
 * valibot come along; declarations that nothing exported leads to are left out.
 */
const types = join(process.cwd(), 'dist/types');
const VALIBOT = join(types, 'packages/valibot.d.ts');
const IMPORTED = /(\bfrom |\bimport\()(['"])([^'"]+)\2/g;

const reached = new Set<string>();
const reach = (file: string): void => {
  if (reached.has(file)) return;
  reached.add(file);
  for (const [, , , name] of readFileSync(file, 'utf8').matchAll(IMPORTED))
    if (name?.startsWith('.')) reach(join(dirname(file), name.replace(/\.[jt]s$/, '.d.ts')));
};
rmSync(dirname(VALIBOT), { recursive: true, force: true });
reach(join(types, 'index.d.ts'));

for (const entry of readdirSync(types, { recursive: true, withFileTypes: true })) {
  const file = join(entry.parentPath ?? entry.path, entry.name);
  if (!entry.isFile()) continue;
  if (!reached.has(file)) {
    rmSync(file);
    continue;
  }
  const text = readFileSync(file, 'utf8');
  const here = relative(dirname(file), VALIBOT).replaceAll('\\', '/').replace('.d.ts', '.js');
  const complete = text.replace(IMPORTED, (whole, before: string, quote: string, name: string) => {
    if (name.startsWith('.')) return whole;
    if (name !== 'valibot')
      throw new Error(`${file} shows the types of ${name}, which is not installed with the package`);
    return `${before}${quote}${here.startsWith('.') ? here : `./${here}`}${quote}`;
  });
  if (complete !== text) writeFileSync(file, complete);
}
mkdirSync(dirname(VALIBOT), { recursive: true });
copyFileSync(join(process.cwd(), 'node_modules/valibot/dist/index.d.mts'), VALIBOT);
