import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { Me } from '#mechanisms/access/contract.ts';
import { useKeys } from '#ui/keys.ts';
import { useNarrow } from '#ui/narrow.ts';
import { useWords } from '#ui/words.ts';
import { type Proposal, useProposals } from './proposals.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

/** One box for everything; / or Ctrl K from anywhere. What is likely meant is proposed below while one types. */
export const SearchBox = ({ me }: { me: Me }) => {
  const words = useWords({ zh, en });
  const isNarrow = useNarrow();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const { proposals, remember } = useProposals(me, typed, open);
  const go = useGoing(() => (setOpen(false), setAt(-1), input.current?.blur()));
  const choose = (chosen: Proposal | undefined) => {
    if (!chosen && !typed.trim()) return;
    remember(chosen?.q ?? typed.trim());
    if (chosen?.q) setTyped(chosen.q);
    go(chosen ?? { to: '/search', q: typed.trim() });
  };
  useKeys({ '/': () => input.current?.select(), 'ctrl+k': () => input.current?.select() });
  const move = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setOpen(false);
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (!by || !proposals.length) return;
    event.preventDefault();
    setOpen(true);
    setAt(next(at, by, proposals.length));
  };
  const isShown = open && proposals.length > 0;
  return (
    <form role="search" className="ask" onSubmit={(event) => (event.preventDefault(), choose(proposals[at]))}>
      <input
        ref={input} type="search" className="field" value={typed} placeholder={isNarrow ? words.search : words.searchHere} maxLength={200} enterKeyHint="search" autoComplete="off"
        role="combobox" aria-label={words.search} aria-expanded={isShown} aria-controls={id} aria-autocomplete="list" aria-activedescendant={isShown && at >= 0 ? `${id}${at}` : undefined}
        onChange={({ target }) => (setTyped(target.value), setAt(-1), setOpen(true))} onFocus={() => setOpen(true)} onBlur={() => setOpen(false)} onKeyDown={move}
      />
      <ul id={id} role="listbox" aria-label={words.proposals} hidden={!isShown}>
        {proposals.map((one, i) => (
          <li key={one.key} id={`${id}${i}`} role="option" aria-selected={i === at} onMouseDown={(event) => event.preventDefault()} onClick={() => choose(one)}>
            <span>{one.text}</span><small className="quiet">{one.hint}</small>
          </li>
        ))}
      </ul>
    </form>
  );
};

const useGoing = (after: () => void) => {
  const navigate = useNavigate();
  return ({ to, q }: { to: string; q?: string }) => {
    after();
    void navigate({ to, search: (q ? { q } : {}) as never });
  };
};

/** Round the list, through the box itself (-1). */
const next = (at: number, by: number, count: number) => ((at + 1 + by + count + 1) % (count + 1)) - 1;
