import type { Retention } from './nouns.ts';

interface Placed {
  fonds: string;
  year: number;
  retention: Retention;
  code: string;
  seq: number;
}

/** DA/T 22-2015: 全宗号-门类代码·年度-保管期限-机构代码-件号. */
export const numberWritten = ({ fonds, year, retention, code, seq }: Placed) => `${fonds}-WS·${year}-${retention}-${code}-${String(seq).padStart(4, '0')}`;

/** So thick are so many pages, in tenths of a millimetre: a sheet has two. No proposal is thicker than the thickest box. */
export const thicknessOf = (pages: number, sheet: number) => Math.min(500, Math.max(1, Math.ceil(Math.ceil(pages / 2) * sheet * 10 - 1e-6)));
