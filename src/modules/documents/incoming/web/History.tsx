import { useQuery } from '@tanstack/react-query';
import { api as lifecycle } from '#mechanisms/lifecycle/web/api.ts';
import { Loaded } from '#ui/Loaded.tsx';
import { When } from '#ui/When.tsx';
import { useLanguage } from '#ui/words.ts';
import { useIncomingWords } from './api.ts';

/** What happened, in order, opinions in full: who, in which post, for whom, when. */
export const History = ({ documentId }: { documentId: string }) => {
  const { labels, acts } = useIncomingWords();
  const language = useLanguage();
  const asked = useQuery({ ...lifecycle.history.asQuery({ params: { recordId: documentId } }), queryKey: ['incoming', 'history', documentId] });
  return (
    <section className="card stack" aria-label={labels.timeline}>
      <h2>{labels.timeline}</h2>
      <Loaded asked={asked}>
        {({ lines }) => (
          <ol className="timeline">
            {lines.map(({ id, who, forWhom, post, what, at, details }) => (
              <li key={id}>
                <strong>{(acts as Record<string, string>)[what] ?? what}</strong>　{forWhom ? (language === 'zh' ? `${who.name} 代 ${forWhom.name}` : `${who.name} for ${forWhom.name}`) : who.name} <small className="quiet">{post}　<When at={at} /></small>
                <Said details={details} />
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </section>
  );
};

/** The words somebody wrote, whatever act they came with. */
const Said = ({ details }: { details: Record<string, unknown> }) => {
  const said = ['department', 'whom', 'reason', 'text', 'note', 'result', 'sentence', 'details', 'how', 'why', 'said', 'place', 'outgoingNumber']
    .filter((name) => !(name === 'how' && typeof details['details'] === 'string'))
    .map((name) => details[name])
    .filter((value): value is string => typeof value === 'string' && value !== '' && !['app', 'phone', 'mail', 'document', 'visit'].includes(value));
  return said.length ? <p className="opinion">{said.join('　')}</p> : null;
};
