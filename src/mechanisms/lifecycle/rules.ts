export interface Transition {
  readonly from: readonly string[];
  readonly to: string;
  /** Where it leads instead when a step falls away. */
  readonly or?: string;
}

interface LifeWords {
  readonly title: string;
  readonly states: Readonly<Record<string, string>>;
  readonly acts: Readonly<Record<string, string>>;
}

/** The life of one kind of record: a table, and its words. */
export interface Life {
  /** As in records.kind, and as the module is named. */
  readonly kind: string;
  readonly states: readonly string[];
  readonly starts: readonly string[];
  /** Where nothing more is asked of anybody, unless it is opened again. */
  readonly ends: readonly string[];
  /** By act, each an endpoint of the module, or by its full name one of another: 'approvals.decide'. */
  readonly transitions: Readonly<Record<string, Transition>>;
  readonly zh: LifeWords;
  readonly en: LifeWords;
}

/** What cannot be meant, in words for whoever wrote the table; none is a life that can be lived to its end. */
export const faultsOf = (life: Life, endpoints: readonly string[]): string[] => {
  const acts = Object.entries(life.transitions);
  const named = [...life.starts, ...life.ends, ...acts.flatMap(([, { from, to, or }]) => [...from, to, ...(or ? [or] : [])])];
  const reached = closure(life.starts, (state) => acts.filter(([, { from }]) => from.includes(state)).flatMap(([, { to, or }]) => (or ? [to, or] : [to])));
  const ending = closure(life.ends, (state) => acts.filter(([, { to, or }]) => to === state || or === state).flatMap(([, { from }]) => [...from]));
  const unworded = (state: string) => !life.zh.states[state] || !life.en.states[state];
  return [
    ...[...new Set(named)].filter((state) => !life.states.includes(state)).map((state) => `no state ${state}`),
    ...life.states.filter((state) => !reached.has(state)).map((state) => `${state} is never reached`),
    ...life.states.filter((state) => !ending.has(state)).map((state) => `${state} has no way to the end`),
    ...acts.filter(([act]) => !endpoints.includes(act)).map(([act]) => `no endpoint ${act}`),
    ...acts.filter(([act]) => !life.zh.acts[act] || !life.en.acts[act]).map(([act]) => `${act} is not worded`),
    ...life.states.filter(unworded).map((state) => `${state} is not worded`),
  ];
};

const closure = (from: readonly string[], next: (state: string) => readonly string[]) => {
  const found = new Set(from);
  for (const state of found) for (const other of next(state)) found.add(other);
  return found;
};
