import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

const require = createRequire(import.meta.url);
const folderOf = (name: string) => dirname(require.resolve(`${name}/package.json`));

/** Where the typesetter finds its fonts: those that came with the program, then the folder of the school's own. */
export const fontPaths = (own?: string) => {
  const [serif, sans] = [folderOf('@expo-google-fonts/noto-serif-sc'), folderOf('@expo-google-fonts/noto-sans-sc')];
  return [...['400Regular', '700Bold', '800ExtraBold'].map((weight) => join(serif, weight)), ...['400Regular', '700Bold'].map((weight) => join(sans, weight)), ...(own ? [resolve(own)] : [])];
};
