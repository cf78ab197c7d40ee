import { createHmac } from 'node:crypto';
import { codeSeconds } from './times.ts';

const slotOf = (now: string) => Math.floor(Date.parse(now) / (codeSeconds * 1000));

const codeIn = (key: string, slot: number) => String(createHmac('sha256', key).update(String(slot)).digest().readUInt32BE(0) % 1_000_000).padStart(6, '0');

/** The code of this moment, and in how many seconds another one is shown. */
export const codeNow = (key: string, now: string) => ({ code: codeIn(key, slotOf(now)), secondsLeft: codeSeconds - (Math.floor(Date.parse(now) / 1000) % codeSeconds) });

/** This moment's, or the one before: whoever was slow is not sent back. */
export const codeFits = (key: string, now: string, code: string) => [0, 1].some((before) => codeIn(key, slotOf(now) - before) === code);
