import QRCode from 'qrcode';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { openReports } from '#mechanisms/reports/pdf.ts';
import { codeOf } from './data.ts';

const white = 4;

/** The squares of the printed code as a scanner samples them, dark or not, with the white around them. */
const squaresOf = async (paperCode: string, across: number) => {
  const { data, info } = await sharp(Buffer.from(await codeOf(paperCode)), { density: 300 }).resize(across * 10).flatten({ background: 'white' }).greyscale().raw().toBuffer({ resolveWithObject: true });
  return Array.from({ length: across }, (_, y) => Array.from({ length: across }, (_, x) => data[(y * 10 + 5) * info.width + x * 10 + 5]! < 128));
};

test.each([
  ['the page for scanning, where the house has no address', undefined, '/q/ab12cd34ef56'],
  ['the address that people use', 'https://zongban.school.example.edu.cn/', 'https://zongban.school.example.edu.cn/q/ab12cd34ef56'],
])('the code of a label leads to %s, with four squares of white around it', async (_, address, link) => {
  openReports({ address });
  const { modules } = QRCode.create(link, { errorCorrectionLevel: 'M' });
  const across = modules.size + 2 * white;
  const wanted = Array.from({ length: across }, (_, y) => Array.from({ length: across }, (_, x) => {
    const inside = [x, y].every((at) => at >= white && at < white + modules.size);
    return inside && Boolean(modules.get(y - white, x - white));
  }));
  expect(await squaresOf('ab12cd34ef56', across)).toEqual(wanted);
  openReports({});
});
