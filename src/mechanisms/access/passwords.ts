import { randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** argon2id with the library's own costs, which follow the advice of its kind. */
export const hashPassword = (password: string) => hash(password);

/** Of a one-time password, which is made of chance: nobody guesses it, however quickly they may try, and two thousand are hashed in seconds. */
export const hashOneTime = (password: string) => hash(password, { memoryCost: 1024, timeCost: 1, parallelism: 1 });

const isQuick = (stored: string) => stored.includes('m=1024,');

// A name that does not exist takes as long as a wrong password, and so does a one-time password that is wrong.
let dummy: Promise<string> | undefined;

export const isPassword = async (stored: string | null | undefined, password: string) => {
  const isRight = stored ? await verify(stored, password) : false;
  if (isRight || (stored && !isQuick(stored))) return isRight;
  await verify(await (dummy ??= hash(randomBytes(12).toString('hex'))), password);
  return false;
};

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const word = (length: number) => Array.from({ length }, () => letters[randomInt(letters.length)]).join('');

/** Read out once by the administrator and changed at the first sign-in: no letters that look alike. */
export const oneTimePassword = () => `${word(4)}-${word(4)}-${word(4)}`;

export const recoveryCodes = () => Array.from({ length: 10 }, () => `${word(5)}-${word(5)}`);
