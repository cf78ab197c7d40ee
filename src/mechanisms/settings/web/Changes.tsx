import { useQuery } from '@tanstack/react-query';
import { Loaded } from '#ui/Loaded.tsx';
import { When } from '#ui/When.tsx';
import { useWords } from '#ui/words.ts';
import type { Setting } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';
import { useShown } from './shown.ts';

/** Who changed this figure from what to what, and on what ground. */
export const Changes = ({ setting: { name, unit, standard } }: { setting: Setting }) => {
  const { labels } = useWords({ zh, en });
  const shown = useShown();
  const asked = useQuery(api.history.asQuery({ params: { name } }));
  return (
    <Loaded asked={asked}>
      {({ changes }) => (
        <ol className="timeline">
          {changes.map(({ id, oldValue, newValue, why, changedAt, changedBy }) => (
            <li key={id}>{labels.fromTo.replace('{old}', shown(oldValue ?? standard, unit)).replace('{new}', shown(newValue, unit))}　{changedBy.name} <small className="quiet"><When at={changedAt} /></small><p className="opinion">{why}</p></li>
          ))}
        </ol>
      )}
    </Loaded>
  );
};
