import { parseArgs } from 'node:util';

const help = `npm run bench -- [options]       in brackets: the variable of the environment, then what counts without either

  --documents N   documents in the end                    [DOCUMENTS, 100000]
  --small N       documents of the first measurement      [SMALL, 10000]
  --users N       people who ask at the same time         [BENCH_USERS, 20]
  --seconds N     of each request at each server          [SECONDS, 4]
  --only A,B      these requests alone, by name           [ONLY, all]
  --corpus FILE   texts, as in check:search               [CORPUS, ../shared/data/corpus/documents.jsonl.gz, else our own]
  --profile DIR   a CPU profile of the product's server   [PROFILE, none]
  --help

Each screen's request is sent to three servers on one database in turns: the product, the raw SQL the screen needs, and
Fastify answering the same bytes from memory. Exit code 1 when a target is missed. The last line is JSON.`;

export interface Options {
  documents: number;
  small: number;
  users: number;
  seconds: number;
  only: readonly string[];
  corpus: string;
  profile: string;
}

const known = { documents: { type: 'string' }, small: { type: 'string' }, users: { type: 'string' }, seconds: { type: 'string' }, only: { type: 'string' }, corpus: { type: 'string' }, profile: { type: 'string' }, help: { type: 'boolean' } } as const;

/** What was asked for on the command line or in the environment; ends the program where it makes no sense. */
export const optionsOf = (args: string[], env: NodeJS.ProcessEnv): Options => {
  const given = parsed(args);
  if (given.help) stop(help, 0);
  const number = (flag: 'documents' | 'small' | 'users' | 'seconds', variable: string, standard: number, least: number) => {
    const text = given[flag] ?? env[variable] ?? String(standard);
    const value = Number(text);
    return Number.isInteger(value) && value >= least ? value : stop(`--${flag} ${text}: a whole number from ${least} on`, 2);
  };
  const documents = number('documents', 'DOCUMENTS', 100_000, 4000);
  return {
    documents,
    small: Math.min(number('small', 'SMALL', 10_000, 1000), documents),
    users: number('users', 'BENCH_USERS', 20, 1),
    seconds: number('seconds', 'SECONDS', 4, 1),
    only: (given.only ?? env['ONLY'] ?? '').split(',').filter(Boolean),
    corpus: given.corpus ?? env['CORPUS'] ?? '../shared/data/corpus/documents.jsonl.gz',
    profile: given.profile ?? env['PROFILE'] ?? '',
  };
};

const parsed = (args: string[]) => {
  try {
    return parseArgs({ args, options: known }).values;
  } catch (error) {
    return stop(`${(error as Error).message}\n\n${help}`, 2);
  }
};

const stop = (text: string, code: number): never => {
  (code ? console.error : console.log)(text);
  process.exit(code);
};
