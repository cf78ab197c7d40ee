import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useAct } from '#ui/act.ts';
import { Loaded } from '#ui/Loaded.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { When } from '#ui/When.tsx';
import { useWords } from '#ui/words.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';

/** Where this account is signed in, and how to end it there. */
export const Sessions = () => {
  const { labels } = useWords({ zh, en });
  const asked = useQuery(api.sessions.asQuery({}));
  const end = useAct((otherId: string) => api.endSession({ params: { otherId } }), ['access']);
  const endOthers = useAct(() => api.endOthers({}), ['access']);
  const others = asked.data?.sessions.some(({ current }) => !current);
  return (
    <section className="card stack" aria-label={labels.sessions}>
      <div className="spread"><h2>{labels.sessions}</h2>{others && <Button loading={endOthers.busy} onClick={() => endOthers.run(undefined)}>{labels.endOthers}</Button>}</div>
      <Loaded asked={asked}>
        {({ sessions }) => (
          <ul className="lines">
            {sessions.map(({ id, address, agent, seenAt, current }) => (
              <li key={id} className="spread">
                <span>{deviceOf(agent) || labels.unknownDevice}{current && <strong>　{labels.thisOne}</strong>}<br /><small className="quiet"><span className="number">{address}</span>　{labels.lastSeen} <When at={seenAt} /></small></span>
                {!current && <Button loading={end.busy} onClick={() => end.run(id)}>{labels.endSession}</Button>}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <Refusals codes={[...end.codes, ...endOthers.codes]} words={{}} />
    </section>
  );
};

const browsers: [RegExp, string][] = [[/MicroMessenger/, '微信'], [/DingTalk/, '钉钉'], [/Edg\//, 'Edge'], [/Firefox\//, 'Firefox'], [/Chrome\//, 'Chrome'], [/Safari\//, 'Safari']];
const systems: [RegExp, string][] = [[/Windows/, 'Windows'], [/Android/, 'Android'], [/iPhone|iPad/, 'iOS'], [/Mac OS/, 'macOS'], [/Linux/, 'Linux']];

/** A browser's own name for itself, as a person says it: Chrome · Windows. */
const deviceOf = (agent: string) => [browsers, systems].map((known) => known.find(([pattern]) => pattern.test(agent))?.[1]).filter(Boolean).join(' · ');
