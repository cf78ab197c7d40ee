import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { en as accessEn } from '#mechanisms/access/words.en.ts';
import { zh as accessZh } from '#mechanisms/access/words.zh.ts';
import { Limits } from '#mechanisms/deadlines/web/Limits.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { useWords } from '#ui/words.ts';
import type { Life } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';

/** The life of a document, printed from the declarations by which the server works. */
export const Lives = () => {
  const { labels } = useWords({ zh, en });
  const asked = useQuery(api.lives.asQuery({}));
  return (
    <div className="stack">
      <div className="spread"><h1>{labels.lives}</h1><Button onClick={() => window.print()}>{labels.print}</Button></div>
      <p className="quiet">{labels.hint}</p>
      <Loaded asked={asked}>{({ lives }) => lives.map((life) => <OneLife key={life.kind} life={life} />)}</Loaded>
    </div>
  );
};

const OneLife = ({ life }: { life: Life }) => {
  const { labels } = useWords({ zh, en });
  const language = useWords<'zh' | 'en'>({ zh: 'zh', en: 'en' });
  return (
    <>
      <section className="card stack" aria-label={life[language]}>
        <h2>{life[language]}</h2>
        <ol className="lines">
          {life.states.map((state) => (
            <li key={state.name}>
              <strong>{state[language]}</strong>{state.starts && <small className="quiet">　{labels.starts}</small>}{state.ends && <small className="quiet">　{labels.ends}</small>}
              <Acts life={life} from={state.name} />
            </li>
          ))}
        </ol>
      </section>
      <Limits of={life.kind} />
    </>
  );
};

const Acts = ({ life, from }: { life: Life; from: string }) => {
  const { labels } = useWords({ zh, en });
  const { roles } = useWords({ zh: accessZh, en: accessEn });
  const language = useWords<'zh' | 'en'>({ zh: 'zh', en: 'en' });
  const named = (state: string) => life.states.find(({ name }) => name === state)?.[language];
  const acts = life.acts.filter((act) => act.from.includes(from));
  if (!acts.length) return <p className="quiet">{labels.nothing}</p>;
  return (
    <ul>
      {acts.map((act) => (
        <li key={act.name}>
          {act[language]} → {named(act.to)}{act.or && ` ${labels.or} ${named(act.or)}`}
          <small className="quiet">　{labels.by} {act.roles.map((role) => roles[role as 'staff']).join('、')}</small>
        </li>
      ))}
    </ul>
  );
};
