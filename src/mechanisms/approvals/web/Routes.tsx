import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Choices } from '#ui/Choices.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { useLanguage } from '#ui/words.ts';
import { api } from './api.ts';
import './approvals.css';
import { RouteEditor } from './RouteEditor.tsx';
import { useRouteWords } from './useStepWords.ts';

/** The routes of everything that is approved: edited, tried, published, compared. */
export const Routes = () => {
  const { labels } = useRouteWords();
  const language = useLanguage();
  const asked = useQuery(api.subjects.asQuery({}));
  const [chosen, choose] = useState<string>();
  return (
    <div className="stack">
      <h1>{labels.routes}</h1>
      <p className="quiet narrow">{labels.say}</p>
      <Loaded asked={asked}>
        {({ subjects }) => {
          const subject = subjects.find(({ name }) => name === chosen) ?? subjects[0];
          return subject ? (
            <>
              <div><Choices label={labels.subject} value={subject.name} onChange={choose} options={subjects.map((one) => [one.name, one[language]] as const)} /></div>
              <RouteEditor key={`${subject.name} ${subject.version}`} subject={subject} />
            </>
          ) : null;
        }}
      </Loaded>
    </div>
  );
};
