import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { api as access } from '#mechanisms/access/web/api.ts';
import { en as accessEn } from '#mechanisms/access/words.en.ts';
import { zh as accessZh } from '#mechanisms/access/words.zh.ts';
import { useAct } from '#ui/act.ts';
import { Refusals } from '#ui/Refusals.tsx';
import { When } from '#ui/When.tsx';
import { useWords } from '#ui/words.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';

/** Posts that an import asked for: nobody holds them before the security administrator says so. */
export const PostRequests = () => {
  const { labels } = useWords({ zh, en });
  const words = useWords({ zh: accessZh, en: accessEn });
  const { data } = useQuery(access.postRequests.asQuery({ query: {} }));
  const settle = useAct((body: { ids: string[]; give: boolean }, key) => access.settlePostRequests({ body }, key), ['access', 'organisation']);
  if (!data?.requests.length) return null;
  return (
    <section className="card stack" aria-label={labels.postRequests}>
      <div className="spread"><h2>{labels.postRequests}</h2><Button type="primary" loading={settle.busy} onClick={() => settle.run({ ids: data.requests.map(({ id }) => id), give: true })}>{labels.approveAll}</Button></div>
      <p className="quiet">{labels.postRequestsSay}</p>
      <Refusals codes={settle.codes} words={words.refusals} />
      <ul className="lines">
        {data.requests.map(({ id, person, department, role, title, askedBy, askedAt }) => (
          <li key={id} className="spread">
            <span><strong>{person.name}</strong>　{department.name}　{title}　<span className="quiet">{words.roles[role as 'staff']}</span><br /><small className="quiet">{labels.askedBy} {askedBy}　<When at={askedAt} /></small></span>
            <span className="row"><Button onClick={() => settle.run({ ids: [id], give: true })}>{labels.approve}</Button><Button onClick={() => settle.run({ ids: [id], give: false })}>{labels.reject}</Button></span>
          </li>
        ))}
      </ul>
    </section>
  );
};
