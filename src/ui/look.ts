import { useSyncExternalStore } from 'react';
import { palettes } from './theme.ts';

export type Look = 'light' | 'dark' | 'contrast';
export type ChosenLook = Look | 'system';

const kept = 'zongban.look';
const prefers = { contrast: matchMedia('(prefers-contrast: more)'), dark: matchMedia('(prefers-color-scheme: dark)'), paper: matchMedia('print') };
const listeners = new Set<() => void>();
let chosen = (localStorage.getItem(kept) ?? 'system') as ChosenLook;

/** Paper is light whatever the screen is. */
const now = (): Look => {
  if (prefers.paper.matches) return 'light';
  if (chosen !== 'system') return chosen;
  return prefers.contrast.matches ? 'contrast' : prefers.dark.matches ? 'dark' : 'light';
};

/** Puts the colours where the style sheet reads them: once before the first page is drawn, and whenever they change. */
export const paint = () => {
  const { style } = document.documentElement;
  for (const [name, value] of Object.entries(palettes[now()])) style.setProperty(`--${name}`, value);
  style.colorScheme = now() === 'dark' ? 'dark' : 'light';
  for (const listener of listeners) listener();
};

for (const query of Object.values(prefers)) query.addEventListener('change', paint);

const watch = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useLook = () => useSyncExternalStore(watch, now);

/** Chosen for this device: a phone at night is not the computer in the office. */
export const useChosenLook = () => useSyncExternalStore(watch, () => chosen);

export const chooseLook = (look: ChosenLook) => {
  chosen = look;
  localStorage.setItem(kept, look);
  paint();
};
