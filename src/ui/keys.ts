import { useEffect, useEffectEvent } from 'react';
import { keptNow } from './kept.ts';

/** `/`, `?`, `j` alone may be switched off: whoever dictates would set them off by speaking. */
export const singleKeys = 'keys';

/** Keys that do something wherever one is, unless a window is open: `/`, `?` unless somebody types, `ctrl+k` and `f9` even then. */
export const useKeys = (keys: Readonly<Record<string, () => void>>) => {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const act = keys[nameOf(event)];
    if (!act || isBusy(event)) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
};

const isCommand = ({ ctrlKey, metaKey }: KeyboardEvent) => ctrlKey || metaKey;

const nameOf = (event: KeyboardEvent) => `${isCommand(event) ? 'ctrl+' : ''}${event.key.toLowerCase()}`;

const isBusy = (event: KeyboardEvent) => {
  if (event.altKey || event.isComposing || document.querySelector('dialog[open], .ant-modal-wrap:not([style*="display: none"])')) return true;
  if (isCommand(event) || /^F\d+$/.test(event.key)) return false;
  const { target } = event;
  return !keptNow(singleKeys, true) || (target instanceof HTMLElement && (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable));
};

/** From one line of a list to the next, by the link that opens it. */
export const step = (by: 1 | -1) => {
  const links = [...document.querySelectorAll('#content :is(.book tbody tr, .cards > li, .lines > li, .clock-list > li)')].map((line) => line.querySelector<HTMLElement>('a[href]')).filter((link) => link?.offsetParent);
  const at = links.findIndex((link) => link === document.activeElement);
  (links[at + by] ?? (at < 0 ? links[0] : undefined))?.focus();
};
