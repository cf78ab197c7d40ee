import { reasons } from '#platform/rules.ts';
import type { State } from '../nouns.ts';
import { hasEnded } from '../rules.ts';

export interface Facts {
  title: string;
  secrecy: number;
  receivedAt: string;
  writtenOn: string | null;
  respondBy: string | null;
  remark: string;
  paperPlace: string;
  files: readonly unknown[];
}

/** IN-1. `receivedOn` is the office's day on which it was received. */
export const whyNotRegister = (facts: Facts, now: string, receivedOn: string) => {
  const stub = facts.secrecy > 0;
  return reasons(
    [!stub && !facts.title,                                       'incoming.no_title'],
    [stub && (facts.title !== '' || facts.remark !== ''),         'incoming.stub_has_no_text'],
    [stub && facts.files.length > 0,                              'incoming.stub_has_no_files'],
    [stub && !facts.paperPlace,                                   'incoming.stub_needs_a_place'],
    [facts.receivedAt > now,                                      'incoming.received_in_future'],
    [facts.writtenOn !== null && facts.writtenOn > receivedOn,    'incoming.written_after_received'],
    [facts.respondBy !== null && facts.respondBy <= facts.receivedAt, 'incoming.respond_by_past'],
  );
};

interface Corrected {
  state: State;
  secrecy: number;
  handling?: string;
  /** Parts that the departments have and have not returned. */
  held?: number;
}

interface Correction {
  title?: string | undefined;
  remark?: string | undefined;
  receivedAt?: string | undefined;
  respondBy?: string | null | undefined;
  handling?: string | undefined;
}

/** A 阅件 that was written down as a 办件, or the other way round. */
const turns = (document: Corrected, { handling }: Correction) => handling !== undefined && handling !== document.handling;

/** `dates` are the days as they will be: when it was written, and when it was received. */
export const whyNotCorrect = (document: Corrected, wanted: Correction, now: string, dates: { writtenOn: string | null; receivedOn: string } | undefined = undefined) => reasons(
  [hasEnded(document.state),                                                   'incoming.already_ended'],
  [document.secrecy > 0 && Boolean(wanted.title || wanted.remark),             'incoming.stub_has_no_text'],
  [document.secrecy === 0 && wanted.title === '',                              'incoming.no_title'],
  [Boolean(wanted.respondBy) && wanted.respondBy! <= now,                      'incoming.respond_by_past'],
  [wanted.receivedAt !== undefined && wanted.receivedAt > now,                 'incoming.received_in_future'],
  [dates !== undefined && dates.writtenOn !== null && dates.writtenOn > dates.receivedOn, 'incoming.written_after_received'],
  [turns(document, wanted) && document.state === 'stub',                       'incoming.stub_stays_on_paper'],
  [turns(document, wanted) && (document.held ?? 0) > 0,                       'incoming.handling_has_begun'],
);

/** `parts` are those the departments have and have not returned. */
export const whyNotConvert = (document: { state: State; handling: string }, parts: number, wanted?: { handling: string }) => reasons(
  [hasEnded(document.state),                   'incoming.already_ended'],
  [document.state === 'stub',                  'incoming.stub_stays_on_paper'],
  [parts > 0,                                  'incoming.handling_has_begun'],
  [wanted?.handling === document.handling,     'incoming.handling_is_so'],
);

/** A line that a department has signed for is no mistake any more. */
export const whyNotVoid = (state: State, signedParts: number) => reasons(
  [hasEnded(state),    'incoming.already_ended'],
  [signedParts > 0,    'incoming.handling_has_begun'],
);

/** Numbers of one document are written in many brackets and widths: the same letters and digits are the same number. */
export const squashed = (number: string) => number.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
