/** 销毁、续存. */
export const verdicts = ['destroy', 'keep'] as const;
export type Verdict = (typeof verdicts)[number];

export const destructionStates = ['asked', 'approved', 'returned', 'refused', 'recalled', 'done', 'given_up'] as const;
