import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useNarrow } from '#ui/narrow.ts';
import { useWords } from '#ui/words.ts';
import { en, zh } from './words.ts';

/** One box for everything; / or Ctrl K from anywhere. */
export const SearchBox = () => {
  const words = useWords({ zh, en });
  const navigate = useNavigate();
  const isNarrow = useNarrow();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (!isAsked(event)) return;
      event.preventDefault();
      input.current?.select();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, []);
  const search = () => navigate({ to: '/search', search: { q: input.current?.value.trim() } as never });
  return (
    <form role="search" onSubmit={(event) => (event.preventDefault(), void search())}>
      <input ref={input} type="search" className="field" aria-label={words.search} placeholder={isNarrow ? words.search : words.searchHere} enterKeyHint="search" autoComplete="off" />
    </form>
  );
};

const isAsked = ({ key, ctrlKey, metaKey, target }: KeyboardEvent) => {
  const types = target instanceof HTMLElement && (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable);
  return (key === '/' && !types) || (key === 'k' && (ctrlKey || metaKey));
};
