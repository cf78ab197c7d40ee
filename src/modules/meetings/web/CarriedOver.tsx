import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Day } from '#ui/When.tsx';
import type { Kind } from '../nouns.ts';
import { api, useMeetingWords } from './api.ts';
import { ResolutionStanding } from './Resolutions.tsx';

const shown = 8;

/** What earlier meetings of the kind resolved and is not finished: asked of the ledger each time, copied nowhere. */
export const CarriedOver = ({ kind }: { kind: Kind }) => {
  const { labels, kinds } = useMeetingWords();
  const { data } = useQuery(api.resolutions.asQuery({ query: { show: 'open', kind, most: shown as never } }));
  if (!data) return null;
  return (
    <section className="card stack" aria-label={labels.carriedOver}>
      <h2>{labels.carriedOver}</h2>
      <p className="quiet">{labels.carriedFrom.replace('{kind}', kinds[kind])}</p>
      {data.resolutions.length === 0 && <p className="quiet">{labels.nothingCarried}</p>}
      <ul className="lines">{data.resolutions.map((one) => <li key={one.id}><Link to={`/records/${one.id}` as string}>{one.text}</Link><br /><small><span className="number">{one.number}</span>　{one.department.name}　<Day on={one.dueOn} />　<ResolutionStanding resolution={one} /></small></li>)}</ul>
      {data.next && <Link className="plain" to={'/meetings/resolutions' as string}>{labels.allOpen}</Link>}
    </section>
  );
};
