import { useQuery } from '@tanstack/react-query';
import { useAct } from '#ui/act.ts';
import { Check } from '#ui/Check.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { useWords } from '#ui/words.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';

/** Which notices come by mail as well; those that cannot be switched off say so. */
export const MailChoices = () => {
  const { labels, refusals } = useWords({ zh, en });
  const language = useWords<'zh' | 'en'>({ zh: 'zh', en: 'en' });
  const asked = useQuery(api.choices.asQuery({}));
  const act = useAct((body: { what: string; mail: boolean }, key) => api.choose({ body }, key), ['notifications']);
  return (
    <section className="card stack" aria-label={labels.choices} id="mail-choices">
      <h2>{labels.choices}</h2>
      <p className="quiet">{labels.choicesHint}</p>
      <Loaded asked={asked}>
        {({ choices }) => (
          <ul className="lines">
            {choices.map((choice) => (
              <li key={choice.what}>
                {choice.always ? <span className="spread"><span>{choice[language]}</span><span className="quiet">{labels.always}</span></span> : <Check checked={choice.mail} onChange={(mail) => act.run({ what: choice.what, mail })}>{choice[language]}</Check>}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <Refusals codes={act.codes} words={refusals} />
    </section>
  );
};
