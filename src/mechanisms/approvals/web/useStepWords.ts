import { useDirectory } from '#mechanisms/organisation/web/fields.tsx';
import { useLanguage, useWords } from '#ui/words.ts';
import type { FieldShown } from '../contract.ts';
import type { Step } from '../route.ts';
import { useApprovalWords } from './api.ts';
import { conditionWords } from './conditions.ts';
import type { Change } from './steps.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

export const useRouteWords = () => useWords({ zh, en });

/** 第 3 版, or 系统自带. */
export const useBase = () => {
  const { labels } = useRouteWords();
  return (version: number) => (version ? labels.version.replace('{n}', String(version)) : labels.shipped);
};

/** A step and its changes as sentences. */
export const useStepWords = (fields: readonly FieldShown[]) => {
  const words = useApprovalWords();
  const { labels, roles, whoKinds, flags } = useRouteWords();
  const language = useLanguage();
  const people = useDirectory();
  const who = ({ who: of }: Pick<Step, 'who'>) => {
    if (of.kind === 'role') return roles[of.role];
    if (of.kind === 'person') return people.find(({ id }) => id === of.personId)?.name ?? labels.someone;
    return of.kind === 'heads_of' ? `${whoKinds.heads_of}（${fields.find(({ name }) => name === of.field)?.[language] ?? of.field}）` : whoKinds[of.kind];
  };
  const when = ({ when: conditions }: Pick<Step, 'when'>) => (conditions.length ? conditions.map((condition) => conditionWords(condition, { fields, words, language })).join(words.labels.and) : labels.always);
  const said = { title: (step: Step) => step.title, who, mode: (step: Step) => words.modes[step.mode], when, batch: (step: Step) => flags[step.batch ? 'yes' : 'no'] };
  const change = ({ what, before, after }: Change) => (what === 'added' || what === 'removed' || what === 'moved' ? '' : `${said[what](before!)} → ${said[what](after!)}`);
  return { who, when, change, mode: said.mode };
};
