import { reasons } from '#platform/rules.ts';

interface Paper {
  kind: string;
  state: string;
}

export const whyNotDraft = ({ mine, ended, there }: { mine: boolean; ended: boolean; there: boolean }) => reasons(
  [!mine,     'meetings.not_the_writer'],
  [!ended,    'meetings.not_ended'],
  [there,     'meetings.minutes_there'],
);

export const whyNotRedraft = (paper: Paper) => reasons([paper.kind === 'note', 'meetings.a_note_is_written']);

export const whyNotSendMinutes = (paper: Paper) => reasons(
  [paper.kind === 'note',      'meetings.a_note_is_written'],
  [paper.state === 'sent',     'meetings.sent_already'],
);

/** Whoever got it electronically, until the window closes or the leader has it. */
export const whyNotAskCorrection = (paper: Paper & { openUntil: string | null }, { attended, now }: { attended: boolean; now: string }) => reasons(
  [!attended,                                                                     'meetings.not_an_attendee'],
  [attended && paper.state === 'draft',                                           'meetings.not_sent'],
  [paper.state === 'approving' || paper.state === 'final' || (paper.openUntil !== null && paper.openUntil <= now), 'meetings.corrections_over'],
);

export const whyNotDecideCorrection = ({ mine, decided, wanted }: { mine: boolean; decided: boolean; wanted?: { taken: boolean; reason: string } }) => reasons(
  [!mine,                                                      'meetings.not_the_writer'],
  [decided,                                                    'meetings.correction_decided'],
  [wanted !== undefined && !wanted.taken && !wanted.reason,    'meetings.why_not_taken'],
);

interface Heard {
  /** Corrections nobody has decided. */
  open: number;
  /** Attendees who have not read it yet. */
  unread: number;
  /** Resolutions that the text does not name. */
  leftOut: number;
  now: string;
}

/** Minutes themselves are owed; only what was begun to correct them is given up. */
export const whyNotDropNote = (paper: Paper) => reasons([paper.kind !== 'note', 'meetings.minutes_stay']);

/** The window is over, or everybody has read it and has nothing more to say. A note of correction goes to the leader at once. */
export const whyNotSubmitMinutes = (paper: Paper & { openUntil: string | null }, { open, unread, leftOut, now }: Heard) => reasons(
  [paper.kind === 'minutes' && paper.state === 'draft',                                                      'meetings.not_sent'],
  [open > 0,                                                                                                 'meetings.corrections_open'],
  [paper.state === 'sent' && open === 0 && unread > 0 && paper.openUntil !== null && now < paper.openUntil,  'meetings.window_runs'],
  [leftOut > 0,                                                                                              'meetings.resolution_left_out'],
);

export const whyNotRead = ({ waits }: { waits: boolean }) => reasons([!waits, 'meetings.nothing_to_read']);

export const whyNotPrintMinutes = (paper: Paper) => reasons(
  [paper.kind === 'minutes' && paper.state === 'draft',    'meetings.not_sent'],
  [paper.state === 'dropped',                              'meetings.note_dropped'],
);

export const whyNotCorrectFinal = (paper: Paper, { mine, open }: { mine: boolean; open: boolean }) => reasons(
  [!mine,                            'meetings.not_the_writer'],
  [paper.state !== 'final',          'meetings.not_final'],
  [paper.kind === 'note',            'meetings.a_note_is_written'],
  [open,                             'meetings.note_open'],
);
