import { reasons } from '#platform/rules.ts';

interface Paper {
  state: string;
}

/** The minute-taker and the office write; what the leader has before them stays as it is, and what is final for ever. */
export const whyNotWritePaper = (paper: Paper, mine: boolean) => reasons(
  [!mine,                              'meetings.not_the_writer'],
  [paper.state === 'approving',        'meetings.paper_in_review'],
  [paper.state === 'final',            'meetings.paper_final'],
  [paper.state === 'dropped',          'meetings.note_dropped'],
);

/** Nobody writes over another's work without knowing it. */
export const whyNotSavePaper = (paper: Paper & { version: number }, { mine, base }: { mine: boolean; base: number }) => [
  ...whyNotWritePaper(paper, mine),
  ...reasons([base !== paper.version,  'meetings.edited_meanwhile']),
];
