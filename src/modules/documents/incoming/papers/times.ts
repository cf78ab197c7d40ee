import { dayOf } from '#platform/time.ts';

const local = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString();

/** 2026-11-24 14:05 by the office's clock. */
export const clock = (at: string) => local(at).slice(0, 16).replace('T', ' ');

export const onDay = (at: string) => dayOf(at);

/** 2026年11月24日, without leading zeros, as documents are dated. */
export const dayWritten = (at: string) => {
  const [year, month, day] = dayOf(at).split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

export const hoursWritten = (minutes: number) => `${Math.floor(minutes / 60)} 小时 ${Math.round(minutes % 60)} 分`;
