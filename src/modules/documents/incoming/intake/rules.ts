import { reasons } from '#platform/rules.ts';
import type { State } from '../nouns.ts';
import { hasEnded } from '../rules.ts';

export interface Facts {
  title: string;
  secrecy: number;
  receivedAt: string;
  writtenOn: string | null;
  respondBy: string | null;
  paperPlace: string;
  files: readonly unknown[];
}

/** IN-1. `today` is the office's day at `now`. */
export const whyNotRegister = (facts: Facts, now: string, today: string) => {
  const stub = facts.secrecy > 0;
  return reasons(
    [!stub && !facts.title,                                       'incoming.no_title'],
    [stub && facts.title !== '',                                  'incoming.stub_has_no_text'],
    [stub && facts.files.length > 0,                              'incoming.stub_has_no_files'],
    [stub && !facts.paperPlace,                                   'incoming.stub_needs_a_place'],
    [facts.receivedAt > now,                                      'incoming.received_in_future'],
    [facts.writtenOn !== null && facts.writtenOn > today,         'incoming.written_after_received'],
    [facts.respondBy !== null && facts.respondBy <= facts.receivedAt, 'incoming.respond_by_past'],
  );
};

interface Corrected {
  state: State;
  secrecy: number;
  hasParts: boolean;
}

export const whyNotCorrect = (document: Corrected, wanted: { title?: string | undefined; handling?: string | undefined; respondBy?: string | null | undefined }, now: string) => reasons(
  [hasEnded(document.state),                                            'incoming.already_ended'],
  [document.secrecy > 0 && Boolean(wanted.title),                       'incoming.stub_has_no_text'],
  [document.secrecy === 0 && wanted.title === '',                       'incoming.no_title'],
  [Boolean(wanted.respondBy) && wanted.respondBy! <= now,               'incoming.respond_by_past'],
  [wanted.handling !== undefined && document.hasParts,                  'incoming.handling_has_begun'],
);

/** Numbers of one document are written in many brackets and widths: the same letters and digits are the same number. */
export const squashed = (number: string) => number.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** 机关代字: what stands before the year of a document number. */
export const wordOf = (senderNumber: string) => /^([^\s〔[（(【［]{1,30}?)\s*[〔[（(【［]/.exec(senderNumber.normalize('NFC'))?.[1] ?? '';
