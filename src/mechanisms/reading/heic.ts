import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { openPhoto, type Tile } from './libheif.ts';
import { limitInputPixels, sides } from './ocr.ts';
import { Unreadable } from './unreadable.ts';

/** More points than this are halved each way: a photo of 48 million fits into the memory of a reader. */
const wholePixels = 25_000_000;

/**
 * A photo as iPhones keep it becomes a JPEG of at most the size that is read, upright and without the place where it was taken. It is
 * decoded tile by tile: whole, one of 24 million points takes more memory than a reader may.
 */
export const develop = async (path: string): Promise<Uint8Array> => {
  const photo = openPhoto(await readFile(path));
  const pixels = photo.width * photo.height;
  if (pixels > limitInputPixels) throw new Unreadable('large');
  const by = pixels > wholePixels ? 2 : 1;
  const page = { width: Math.ceil(photo.width / by), height: Math.ceil(photo.height / by), channels: 3 as const };
  const data = Buffer.alloc(page.width * page.height * 3);
  for (const tile of photo.tiles()) place({ data, ...page, by }, tile);
  return sharp(data, { raw: page }).resize(sides.most, sides.most, { fit: 'inside', withoutEnlargement: true }).jpeg({ quality: 85, optimiseCoding: false }).toBuffer();
};

interface Page {
  data: Buffer;
  width: number;
  height: number;
  /** How many points of the photo, each way, are one of the page. */
  by: number;
}

const place = ({ data, width, height, by }: Page, tile: Tile) => {
  const [left, right] = spanOf(tile.left, tile.width, { by, most: width });
  const [top, bottom] = spanOf(tile.top, tile.height, { by, most: height });
  for (let y = top; y < bottom; y += 1) {
    const from = (y * by - tile.top) * tile.stride + (left * by - tile.left) * 3;
    if (by === 1) data.set(tile.points.subarray(from, from + (right - left) * 3), (y * width + left) * 3);
    else for (let x = 0; x < (right - left) * 3; x += 1) data[(y * width + left) * 3 + x] = mean(tile, from + x + Math.floor(x / 3) * 3);
  }
};

/** The points of the page, along one side, that a tile covers from its first to before its last. */
const spanOf = (start: number, length: number, { by, most }: { by: number; most: number }) => [Math.ceil(Math.max(0, start) / by), Math.min(most, Math.ceil((start + length) / by))] as const;

/** Of a point, the one after it, and the two below them. */
const mean = ({ points, stride }: Tile, at: number) => {
  const own = points[at] ?? 0;
  return (own + (points[at + 3] ?? own) + (points[at + stride] ?? own) + (points[at + stride + 3] ?? own)) >> 2;
};
