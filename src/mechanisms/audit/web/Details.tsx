import { useWords } from '#ui/words.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';

/** What was written with an act: first what a person reads, and all of it, with its ids, on a press. */
export const Details = ({ input }: { input: string }) => {
  const { labels } = useWords({ zh, en });
  if (input === '{}') return null;
  const said = wordsIn(JSON.parse(input)).join('　');
  return <details><summary className="quiet">{said ? <span className="wrap">{said.slice(0, 90)}{said.length > 90 && '…'}</span> : labels.all}</summary><code className="wrap">{input}</code></details>;
};

const id = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;

/** Texts and figures, without ids, ticks and what was left empty. */
const wordsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return value && !id.test(value) ? [value] : [];
  if (typeof value === 'number') return [String(value)];
  return value && typeof value === 'object' ? Object.values(value).flatMap(wordsIn) : [];
};
