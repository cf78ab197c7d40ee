import { useSeen } from '#ui/seen.ts';
import type { Document } from '../nouns.ts';
import { useIncomingWords } from './api.ts';

/** On a phone, under the thumb: down to the one thing that waits for me. */
export const ToMine = ({ document }: { document: Document }) => {
  const { labels } = useIncomingWords();
  const verb = waits(document);
  const isSeen = useSeen('mine', verb);
  if (!verb || isSeen) return null;
  return <button type="button" className="main-act large to-mine" onClick={() => window.document.getElementById('mine')?.scrollIntoView({ block: 'center' })}>{labels[verb]}</button>;
};

const waits = ({ instructions, parts, readings }: Document) => {
  if (instructions.some(({ whyNot }) => whyNot['instruct']?.length === 0)) return 'instruct' as const;
  if (parts.some(({ whyNot }) => whyNot['signFor']?.length === 0)) return 'signFor' as const;
  if (parts.some(({ whyNot }) => whyNot['giveOpinion']?.length === 0)) return 'toMine' as const;
  if (readings.some(({ whyNot, readAt }) => !readAt && whyNot['markRead']?.length === 0)) return 'markRead' as const;
  return undefined;
};
