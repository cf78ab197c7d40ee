import { join } from 'node:path';
import sharp from 'sharp';
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import { packageFolder } from './extract.ts';

const linePixels = 2300;
export const sides = { least: 1200, most: 3600 };
export const limitInputPixels = 100_000_000;

/** Chinese text of each page picture, by the model that comes with the package: nothing is fetched. */
export const recognise = async (pictures: readonly Buffer[]): Promise<string[]> => {
  if (!pictures.length) return [];
  const langPath = join(packageFolder('@tesseract.js-data/chi_sim'), '4.0.0_best_int');
  const worker = await createWorker('chi_sim', OEM.LSTM_ONLY, { langPath, gzip: true, cacheMethod: 'none' });
  await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO, preserve_interword_spaces: '0' });
  const pages: string[] = [];
  let turn = 0;
  for (const picture of pictures) {
    const page = await readTurned(worker, await prepared(picture), turn);
    pages.push(page.text);
    turn = page.turn;
  }
  await worker.terminate();
  return pages.map(joined);
};

interface Page {
  text: string;
  turn: number;
  /** Chinese characters times how sure the model is of them. */
  worth: number;
  sure: number;
}

const clear = 60;

/** A photograph may lie on its side or upside down: what cannot be read is turned. */
const readTurned = async (worker: Worker, picture: Buffer, turn: number): Promise<Page> => {
  let best = await readOnce(worker, picture, turn);
  for (const more of [90, 270, 180]) {
    if (best.sure >= clear) return best;
    const other = await readOnce(worker, picture, (turn + more) % 360);
    if (other.worth > best.worth) best = other;
  }
  return best;
};

const readOnce = async (worker: Worker, picture: Buffer, turn: number): Promise<Page> => {
  const { data } = await worker.recognize(turn ? await sharp(picture).rotate(turn).png().toBuffer() : picture);
  const signs = data.text.match(/[\u4e00-\u9fa5]/g)?.length ?? 0;
  return { text: data.text, turn, worth: signs * data.confidence, sure: data.confidence };
};

/** Grey, evenly lit, and of the size the model was taught at. */
const prepared = async (picture: Buffer) => {
  const page = sharp(picture, { limitInputPixels }).rotate().flatten({ background: 'white' }).greyscale();
  const { width = linePixels } = await sharp(picture, { limitInputPixels }).metadata();
  const sized = width < sides.least ? page.resize({ width: linePixels }) : page.resize(sides.most, sides.most, { fit: 'inside', withoutEnlargement: true });
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
