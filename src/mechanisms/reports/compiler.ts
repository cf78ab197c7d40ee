// A worker thread: compiling is synchronous and would hold up every request.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const require = createRequire(import.meta.url);
const folderOf = (name: string) => dirname(require.resolve(`${name}/package.json`));

const serif = folderOf('@expo-google-fonts/noto-serif-sc');
const sans = folderOf('@expo-google-fonts/noto-sans-sc');
const { fontFolder } = workerData as { fontFolder: string | undefined };
const fontPaths = [join(serif, '400Regular'), join(serif, '700Bold'), join(sans, '400Regular'), join(sans, '700Bold'), ...(fontFolder ? [resolve(fontFolder)] : [])];
const parts = readFileSync(new URL('./parts.typ', import.meta.url));

export interface Wanted {
  id: number;
  template: string;
  data: string;
  images: Readonly<Record<string, string>>;
}

const compile = ({ template, data, images }: Wanted) => {
  const workspace = dirname(template);
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths }] });
  compiler.mapShadow(join(workspace, 'parts.typ'), parts);
  compiler.mapShadow(join(workspace, 'data.json'), Buffer.from(data));
  for (const [name, svg] of Object.entries(images)) compiler.mapShadow(join(workspace, name), Buffer.from(svg));
  // The time is not of this run: the same facts are the same bytes.
  return compiler.pdf({ mainFilePath: template }, { creationTimestamp: 0, pdfTags: false });
};

parentPort!.on('message', (wanted: Wanted) => {
  try {
    parentPort!.postMessage({ id: wanted.id, pdf: compile(wanted) });
  } catch (error) {
    parentPort!.postMessage({ id: wanted.id, why: String((error as Error)?.message ?? error) });
  }
});
