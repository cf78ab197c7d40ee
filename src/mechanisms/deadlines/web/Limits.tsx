import { useQuery } from '@tanstack/react-query';
import { en as accessEn } from '#mechanisms/access/words.en.ts';
import { zh as accessZh } from '#mechanisms/access/words.zh.ts';
import { useWords } from '#ui/words.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';

/** The promises of one module with the figures in force. */
export const Limits = ({ of }: { of: string }) => {
  const { labels, kinds, lasting, warns, escalates } = useWords({ zh, en });
  const { roles } = useWords({ zh: accessZh, en: accessEn });
  const language = useWords<'zh' | 'en'>({ zh: 'zh', en: 'en' });
  const { data } = useQuery(api.promises.asQuery({}));
  const promises = data?.promises.filter(({ name }) => name.startsWith(`${of}.`)) ?? [];
  if (!promises.length) return null;
  return (
    <section className="card stack" aria-label={labels.promises}>
      <h2>{labels.promises}</h2>
      <ul className="lines">
        {promises.map((promise) => (
          <li key={promise.name}>
            <strong>{promise[language].title}</strong>　<span className="number">{lasting(promise.minutes)}</span>（{kinds[promise.kind]}）
            <br />
            <small className="quiet">{promise[language].from} → {promise[language].to}　{warns(lasting(promise.warnAfter))}{promise.escalateTo && `　${escalates(promise.escalateAfter ?? 0, lasting(promise.escalateAfter ?? 0), roles[promise.escalateTo as 'staff'])}`}</small>
          </li>
        ))}
      </ul>
    </section>
  );
};
