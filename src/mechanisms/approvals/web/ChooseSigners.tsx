import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { People } from '#mechanisms/organisation/web/fields.tsx';
import { ActWindow } from './ActWindow.tsx';
import { api, useApprovalWords } from './api.ts';

interface Props {
  subject: string;
  /** Why it was not sent. */
  codes: readonly string[];
  drafterId: string;
  onChosen: (chosen: Record<string, string[]>) => void;
}

/** Where the route leaves signers to the drafter, sending asks for them; in the order in which they are chosen. */
export const ChooseSigners = ({ subject, codes, drafterId, onChosen }: Props) => {
  const { labels, modes } = useApprovalWords();
  const [closedFor, close] = useState<readonly string[]>();
  const open = codes.includes('approvals.nobody_chosen') && codes !== closedFor;
  const { data } = useQuery({ ...api.toChoose.asQuery({ params: { subject } }), enabled: open });
  if (!open || !data) return null;
  return (
    <ActWindow title={labels.chooseSigners} draft={`approvals.chosen.${subject}`} start={{ chosen: {} as Record<string, string[]> }} ready={({ chosen }) => Object.values(chosen).some((people) => people.length > 0)} onClose={() => close(codes)} send={async ({ chosen }) => onChosen(chosen)}>
      {({ chosen }, set) => data.steps.map(({ key, title, mode }) => <People key={key} label={`${title}（${modes[mode]}）`} value={chosen[key] ?? []} without={[drafterId]} onChange={(people) => set({ chosen: { ...chosen, [key]: people } })} />)}
    </ActWindow>
  );
};
