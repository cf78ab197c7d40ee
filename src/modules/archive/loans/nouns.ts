/** 查阅、外借、复制. */
export const hows = ['read', 'lend', 'copy'] as const;
export type How = (typeof hows)[number];

export const loanStates = ['asked', 'approved', 'refused', 'out', 'returned', 'given'] as const;
export type LoanState = (typeof loanStates)[number];
