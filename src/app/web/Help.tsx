import type { RefObject } from 'react';
import { Check } from '#ui/Check.tsx';
import { useKept } from '#ui/kept.ts';
import { singleKeys, step, useKeys } from '#ui/keys.ts';
import { useWords } from '#ui/words.ts';
import { en, keyLines as enLines } from './words.en.ts';
import { keyLines as zhLines, zh } from './words.zh.ts';

/** The keys that work on every page: `?` shows them, and they can be switched off. */
export const Help = ({ window }: { window: RefObject<HTMLDialogElement | null> }) => {
  const words = useWords({ zh, en });
  const lines = useWords({ zh: zhLines, en: enLines });
  const [on, keep] = useKept(singleKeys, true);
  useKeys({ '?': () => window.current?.showModal(), j: () => step(1), k: () => step(-1) });
  return (
    <dialog ref={window} className="help" aria-label={words.keys} onClick={({ target }) => target === window.current && window.current.close()}>
      <div className="stack">
        <div className="spread"><h2>{words.keys}</h2><button type="button" className="plain" onClick={() => window.current?.close()}>{words.close}</button></div>
        <dl className="facts one">{Object.entries(lines).map(([key, does]) => [<dt key={key}><kbd>{key}</kbd></dt>, <dd key={`${key} does`}>{does}</dd>])}</dl>
        <Check checked={on} onChange={keep}>{words.keysOn}</Check>
      </div>
    </dialog>
  );
};
