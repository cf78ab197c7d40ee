import type { State } from './nouns.ts';

/** 拟稿 → 审批签发 → 复核 → 编号 → 用印 → 印发. An act that is not named here leaves the state as it is; `or` is where it leads instead. */
export const lifecycle = {
  submit: { from: ['draft'], to: 'approving' },
  'approvals.decide': { from: ['approving'], to: 'signed', or: 'draft' },
  'approvals.recall': { from: ['approving'], to: 'draft' },
  // Signed again after it was numbered, it keeps its number.
  check: { from: ['signed'], to: 'checked', or: 'numbered' },
  signAgain: { from: ['signed', 'checked', 'numbered'], to: 'approving' },
  number: { from: ['checked'], to: 'numbered' },
  voidNumber: { from: ['numbered'], to: 'checked' },
  seal: { from: ['numbered', 'sealed'], to: 'sealed' },
  issue: { from: ['sealed'], to: 'issued' },
  drop: { from: ['draft', 'approving', 'signed', 'checked', 'numbered'], to: 'dropped' },
} as const satisfies Record<string, { from: readonly State[]; to: State; or?: State }>;

export const ended: readonly State[] = ['issued', 'dropped'];

export type Act = keyof typeof lifecycle;

export const canStart = (act: Act, state: State) => (lifecycle[act].from as readonly State[]).includes(state);

/** 机关代字〔年〕序号号: the year in full in 〔〕, no leading zero. */
export const numberWritten = (word: string, year: number, seq: number) => `${word}〔${year}〕${seq}号`;
