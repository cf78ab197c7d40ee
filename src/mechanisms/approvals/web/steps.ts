import { newKey } from '#ui/new-key.ts';
import type { Condition, Step } from '../route.ts';

/** A step gets a key that no step of any version had: a return names it. */
export const newStep = (title: string): Step => ({ key: `s_${newKey().slice(0, 8)}`, title, who: { kind: 'head' }, mode: 'one', when: [], batch: false });

export const moved = (steps: readonly Step[], from: number, by: 1 | -1): Step[] => {
  const next = [...steps];
  const [step] = next.splice(from, 1);
  next.splice(from + by, 0, step!);
  return next;
};

export type What = 'added' | 'removed' | 'moved' | 'title' | 'who' | 'mode' | 'when' | 'batch';

export interface Change {
  what: What;
  key: string;
  before: Step | undefined;
  after: Step | undefined;
}

/** What differs between two routes, step by step, in the order of the new one; what is gone comes last. */
export const changesOf = (before: readonly Step[], after: readonly Step[]): Change[] => {
  const stayed = inOrder(before.map(({ key }) => key), after.map(({ key }) => key));
  const there = after.flatMap((step): Change[] => {
    const old = before.find(({ key }) => key === step.key);
    if (!old) return [{ what: 'added', key: step.key, before: undefined, after: step }];
    const change = (what: What): Change => ({ what, key: step.key, before: old, after: step });
    const differs = (['title', 'who', 'mode', 'when', 'batch'] as const).filter((name) => JSON.stringify(old[name]) !== JSON.stringify(step[name]));
    return [...(stayed.has(step.key) ? [] : [change('moved')]), ...differs.map(change)];
  });
  const gone = before.filter(({ key }) => !after.some((step) => step.key === key));
  return [...there, ...gone.map((step): Change => ({ what: 'removed', key: step.key, before: step, after: undefined }))];
};

/** Keys of the longest run that keeps its order: everything else was moved. */
const inOrder = (before: readonly string[], after: readonly string[]): ReadonlySet<string> => {
  const runs: string[][] = [];
  for (const key of after) {
    const place = before.indexOf(key);
    if (place < 0) continue;
    const best = runs.filter((run) => before.indexOf(run.at(-1)!) < place).toSorted((a, b) => b.length - a.length)[0] ?? [];
    runs.push([...best, key]);
  }
  return new Set(runs.toSorted((a, b) => b.length - a.length)[0]);
};

/** A condition that fits its field, with nothing chosen yet. */
export const conditionOf = (field: string, is: Condition['is']): Condition => {
  if (is === 'one_of' || is === 'none_of') return { field, is, values: [] };
  return is === 'yes' || is === 'no' ? { field, is } : { field, is, amount: 0 };
};
