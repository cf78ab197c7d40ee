import type { State } from './nouns.ts';

/** 拟稿 → 审批签发 → 复核 → 编号 → 用印 → 印发. An act that is not named here leaves the state as it is. */
export const lifecycle = {
  submit: { from: ['draft'], to: 'approving' },
  takeBack: { from: ['approving'], to: 'draft' },
  sign: { from: ['approving'], to: 'signed' },
  check: { from: ['signed'], to: 'checked' },
  checkAgain: { from: ['signed'], to: 'numbered' },
  signAgain: { from: ['signed', 'checked', 'numbered'], to: 'approving' },
  number: { from: ['checked'], to: 'numbered' },
  seal: { from: ['numbered', 'sealed'], to: 'sealed' },
  issue: { from: ['sealed'], to: 'issued' },
  drop: { from: ['draft', 'approving', 'signed', 'checked', 'numbered'], to: 'dropped' },
} as const satisfies Record<string, { from: readonly State[]; to: State }>;

export type Act = keyof typeof lifecycle;

export const canStart = (act: Act, state: State) => (lifecycle[act].from as readonly State[]).includes(state);

/** 机关代字〔年〕序号号: the year in full in 〔〕, no leading zero. */
export const numberWritten = (word: string, year: number, seq: number) => `${word}〔${year}〕${seq}号`;
