// A process of its own: compiling holds up everything beside it, and keeps the memory it took. It ends with the program that asked.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NodeCompiler, type PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
import { fontPaths } from './fonts.ts';

const [, , fontFolder] = process.argv;
const parts = readFileSync(new URL('./parts.typ', import.meta.url));

export interface Wanted {
  id: number;
  template: string;
  data: string;
  images: Readonly<Record<string, string | Uint8Array>>;
  kept: boolean;
  at: number;
}

// One a folder of templates: the fonts are looked for once, and what stays the same is set once.
const compilers = new Map<string, NodeCompiler>();

const compilerFor = (workspace: string) => {
  const there = compilers.get(workspace) ?? NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fontPaths(fontFolder) }] });
  compilers.set(workspace, there);
  there.resetShadow();
  there.mapShadow(join(workspace, 'parts.typ'), parts);
  return there;
};

// What no paper has used for so many is forgotten.
const oldest = 5;

const compile = ({ template, data, images, kept, at }: Wanted) => {
  const workspace = dirname(template);
  const compiler = compilerFor(workspace);
  compiler.mapShadow(join(workspace, 'data.json'), Buffer.from(data));
  for (const [name, picture] of Object.entries(images)) compiler.mapShadow(join(workspace, name), Buffer.from(picture));
  // The time is not of this run: the same facts are the same bytes.
  const options = kept ? { pdfStandard: 'a-2b' as PdfStandard, pdfTags: true } : { pdfTags: false };
  const made = compiler.pdf({ mainFilePath: template }, { creationTimestamp: at, ...options });
  compiler.evictCache(oldest);
  return made;
};

// What was asked before the program is ended is still answered.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
process.once('disconnect', () => process.exit(0));
process.on('message', (wanted: Wanted) => {
  try {
    process.send!({ id: wanted.id, pdf: compile(wanted) });
  } catch (error) {
    compilers.clear();
    process.send!({ id: wanted.id, why: String((error as Error)?.message ?? error) });
  }
});
