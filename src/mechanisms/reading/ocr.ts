import { join } from 'node:path';
import sharp from 'sharp';
import { createWorker, OEM, PSM } from 'tesseract.js';
import { packageFolder } from './extract.ts';

const linePixels = 2300;

/** Chinese text of page pictures, by the model that comes with the package: nothing is fetched. */
export const recognise = async (pictures: readonly Buffer[]) => {
  const langPath = join(packageFolder('@tesseract.js-data/chi_sim'), '4.0.0_best_int');
  const worker = await createWorker('chi_sim', OEM.LSTM_ONLY, { langPath, gzip: true, cacheMethod: 'none' });
  await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO, preserve_interword_spaces: '0' });
  const pages: string[] = [];
  for (const picture of pictures) pages.push((await worker.recognize(await prepared(picture))).data.text);
  await worker.terminate();
  return pages.map(joined).join('\n');
};

/** Grey, evenly lit, and of the size the model was taught at. */
const prepared = async (picture: Buffer) => {
  const { width = linePixels } = await sharp(picture, { limitInputPixels: 100_000_000 }).metadata();
  const page = sharp(picture).rotate().flatten({ background: 'white' }).greyscale();
  const sized = width < 1200 ? page.resize({ width: linePixels }) : page;
  const { data, info } = await sized.raw().toBuffer({ resolveWithObject: true });
  return evened(data, info.width, info.height);
};

/** What is paper becomes white: each pixel is divided by the brightness of its wide neighbourhood. */
const evened = async (data: Buffer, width: number, height: number) => {
  const raw = { width, height, channels: 1 as const };
  const small = await sharp(data, { raw }).resize({ width: Math.ceil(width / 16), height: Math.ceil(height / 16), fit: 'fill' }).blur(6).toColourspace('b-w').raw().toBuffer();
  const light = await sharp(small, { raw: { width: Math.ceil(width / 16), height: Math.ceil(height / 16), channels: 1 } }).resize({ width, height, fit: 'fill' }).toColourspace('b-w').raw().toBuffer();
  const out = Buffer.alloc(data.length);
  for (let i = 0; i < data.length; i += 1) out[i] = Math.min(255, Math.round((data[i]! / Math.max(light[i]!, 1)) * 235));
  return sharp(out, { raw }).png().toBuffer();
};

/** The model puts blanks between Chinese characters; they are not in the text. */
const joined = (text: string) => text.replace(/(?<=[\u2e80-\u9fff\uff00-\uffef〔〕（），。；：《》“”]) +(?=[\u2e80-\u9fff\uff00-\uffef〔〕（），。；：《》“”\d])|(?<=\d) +(?=[\u2e80-\u9fff〔〕])/g, '');
