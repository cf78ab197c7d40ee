import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { keptAnswer } from '#ui/kept-answer.ts';
import { useQueue } from '#ui/queue.ts';
import { useWords } from '#ui/words.ts';
import type { Sitting } from '../nouns.ts';
import { en as moduleEn } from '../words.en.ts';
import { zh as moduleZh } from '../words.zh.ts';
import { ahead, type Call } from './ahead.ts';
import { api } from './api.ts';
import { en } from './sitting-words.en.ts';
import { zh } from './sitting-words.zh.ts';
import { en as pagesEn } from './words.en.ts';
import { zh as pagesZh } from './words.zh.ts';

const chinese = { ...moduleZh, labels: { ...pagesZh.labels, ...zh.labels } };
const english = { ...moduleEn, labels: { ...pagesEn.labels, ...en.labels } } as unknown as typeof chinese;

export const useSittingWords = () => useWords({ zh: chinese, en: english });

export type Item = Sitting['items'][number];

/** A meeting that goes on: what the server has, and what waits on this device. */
export const useSitting = (meetingId: string) => {
  const asked = useQuery(keptAnswer(withShift(meetingId)));
  const queue = useQueue<Call>(`meetings.${meetingId}`, ({ what, request }, key) => api[what](request as never, key), ['meetings', 'lifecycle', 'todos']);
  const shift = asked.data?.shift ?? 0;
  return { asked, queue, shift, at: () => new Date(Date.now() + shift).toISOString(), shown: asked.data && ahead(asked.data, queue.ahead) };
};

/** With how far the server's clock is ahead of this device's. */
const withShift = (meetingId: string) => {
  const { queryKey, queryFn } = api.sitting.asQuery({ params: { meetingId } });
  const read = async () => {
    const sitting = await queryFn();
    return { ...sitting, shift: Date.parse(sitting.now) - Date.now() };
  };
  return { queryKey, queryFn: read };
};

export type Writing = ReturnType<typeof useSitting>;

/** Now by the server's clock, each second while something runs. */
export const useSecond = (shift: number, runs: boolean) => {
  const [now, set] = useState(Date.now);
  useEffect(() => {
    const tick = () => set(Date.now());
    tick();
    const timer = runs ? setInterval(tick, 1000) : undefined;
    return () => clearInterval(timer);
  }, [runs]);
  return new Date(now + shift).toISOString();
};

/** Seconds a topic has been talked about until `now`. */
export const secondsOf = ({ seconds, since }: Pick<Item, 'seconds' | 'since'>, now: string) => seconds + (since ? Math.max(0, Math.round((Date.parse(now) - Date.parse(since)) / 1000)) : 0);

export const minutesOver = ({ minutes, ...item }: Item, now: string) => Math.max(0, Math.ceil((secondsOf(item, now) - minutes * 60) / 60));

export const filled = (text: string, values: Record<string, string | number>) => text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
