import type { Contract } from '#platform/contract.ts';
import { faultsOf, type Life } from './rules.ts';

const declared = new Map<string, Life>();

/** At boot, by each module: the life of a record of its kind. */
export const declareLife = (life: Life) => void declared.set(life.kind, life);

/** Once every module is there: a life that cannot be lived stops the start. */
export const checkLives = (modules: readonly { name: string; contract: Contract }[]) => {
  for (const life of declared.values()) {
    const endpoints = new Map(modules.flatMap(({ name, contract }) => Object.entries(contract).map(([act, endpoint]) => [name === life.kind ? act : `${name}.${act}`, endpoint])));
    const faults = modules.some(({ name }) => name === life.kind) ? faultsOf(life, [...endpoints.keys()]) : ['no such module'];
    if (faults.length) throw new Error(`the life of ${life.kind}: ${faults.join('; ')}`);
    acts.set(life.kind, new Map(Object.keys(life.transitions).map((act) => [act, endpoints.get(act)!.permission])));
  }
};

const acts = new Map<string, ReadonlyMap<string, string>>();

/** Every life, and the permission that each act needs. */
export const lives = () => [...declared.values()].map((life) => ({ ...life, permissions: acts.get(life.kind) ?? new Map<string, string>() }));
