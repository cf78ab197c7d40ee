import type { Actions, Moves } from '#platform/module.ts';
import { accounts, withOneTimePassword } from './accounts.ts';
import type { access as contract } from './contract.ts';
import { own } from './own.ts';
import { posts } from './posts.ts';
import { shownOnce } from './shown-once.ts';
import { withPassword } from './sign-in.ts';

export const actions: Actions<typeof contract> = { ...own, ...accounts, ...posts };

export const transfers: Moves<typeof contract> = { ...withPassword, ...withOneTimePassword, ...shownOnce };
