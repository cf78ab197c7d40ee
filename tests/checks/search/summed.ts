import type { Answer } from './asked.ts';

const mostShown = 10;

/** What was missed or shown wrongly, the figures, and one line of JSON; says whether the search did what it must. */
export const summed = (documents: number, answers: readonly Answer[]) => {
  const isFaulty = ({ query, wanted, right, leaked, twice }: Answer) => leaked > 0 || twice > 0 || (!query.ids && right < wanted);
  const faulty = answers.filter(isFaulty);
  for (const { query, who, wanted, found, right, leaked, twice } of faulty.slice(0, mostShown)) console.log(`${JSON.stringify(query.q)} (${who}): ${right} of ${wanted} found, ${found - right} others, ${leaked} not theirs, ${twice} twice`);
  if (faulty.length > mostShown) console.log(`… and ${faulty.length - mostShown} more`);
  const took = answers.flatMap((answer) => answer.took).sort((a, b) => a - b);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  const sum = (of: (answer: Answer) => number) => answers.reduce((all, answer) => all + of(answer), 0);
  const figures = {
    documents, queries: new Set(answers.map(({ query }) => query)).size,
    recall: share(sum(({ right }) => right), sum(({ wanted }) => wanted)), precision: share(sum(({ right }) => right), sum(({ found }) => found)),
    p50: Math.round(at(0.5) * 10) / 10, p95: Math.round(at(0.95) * 10) / 10, leaked: sum(({ leaked }) => leaked), twice: sum(({ twice }) => twice), faulty: faulty.length,
  };
  console.log(`recall ${percent(figures.recall)}, precision ${percent(figures.precision)}, first page p50 ${figures.p50} ms, p95 ${figures.p95} ms`);
  console.log(JSON.stringify(figures));
  return faulty.length === 0;
};

const share = (part: number, whole: number) => (whole ? part / whole : 1);
const percent = (value: number) => `${(value * 100).toFixed(2)} %`;
