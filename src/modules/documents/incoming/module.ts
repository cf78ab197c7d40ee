import { everybody } from '#mechanisms/access/roles.ts';
import { declarePromises } from '#mechanisms/deadlines/promises.ts';
import { declareLife } from '#mechanisms/lifecycle/lives.ts';
import { declareMessages } from '#mechanisms/notifications/wording.ts';
import { defineModule } from '#platform/module.ts';
import { actions as circulation } from './circulation/actions.ts';
import { promised } from './clocks.ts';
import { actions as closing } from './closing/actions.ts';
import { incoming as contract } from './contract.ts';
import { actions as handling } from './handling/actions.ts';
import { queries as suggestions } from './handling/queries.ts';
import { actions as intake } from './intake/actions.ts';
import { queries as desk } from './intake/queries.ts';
import { life } from './life.ts';
import { listens } from './listens.ts';
import { notices } from './notices.ts';
import { actions as originals } from './originals/actions.ts';
import { queries as whereabouts } from './originals/queries.ts';
import { letters } from './papers/queries.ts';
import { actions as parts } from './parts/actions.ts';
import { eraseBytes } from './reading.ts';
import { queries as register } from './register/queries.ts';
import { actions as replacements } from './replacements/actions.ts';
import { actions as review } from './review/actions.ts';
import { actions as senders } from './senders/actions.ts';
import { queries as directory } from './senders/queries.ts';
import { settings } from './settings.ts';
import { actions as urging } from './urging/actions.ts';
import { queries as calls } from './urging/queries.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

declareLife(life);
declarePromises(promised);
declareMessages(zh.messages, en.messages, notices);

export const incoming = defineModule({
  name: 'incoming',
  contract,
  queries: { ...desk, ...directory, ...suggestions, ...whereabouts, ...letters, ...register, ...calls },
  actions: { ...senders, ...intake, ...review, ...replacements, ...handling, ...parts, ...circulation, ...urging, ...closing, ...originals },
  listens,
  jobs: { 'incoming.erase': { work: ({ data }) => eraseBytes(data.sha256) } },
  settings,
  registers: { 'incoming.document': '{year}-{seq:4}' },
  constraints: { senders_name_key: 'incoming.sender_there_already', incoming_one_lead: 'incoming.two_leads', incoming_helper_once: 'incoming.assigned_twice', incoming_one_part_a_department: 'incoming.department_has_it', incoming_one_handover_open: 'incoming.paper_already_offered', agenda_proposals_once: 'incoming.already_on_agenda', incoming_comes_again_once: 'incoming.not_sent_back' },
  alarms: ['incoming.stub_has_no_files', 'incoming.stub_has_no_text', 'incoming.text_is_classified'],
  grants: {
    'incoming.read': everybody,
    'incoming.read_all': ['office.clerk', 'office.director', 'principal', 'archivist'],
    'incoming.register': ['office.clerk', 'office.director'],
    'incoming.review': ['office.director'],
    'incoming.propose': ['office.director'],
    'incoming.instruct': ['leader', 'principal'],
    'incoming.dispatch': ['office.clerk', 'office.director'],
    'incoming.urge': ['office.clerk', 'office.director'],
    'incoming.handle': ['department.head', 'office.director'],
  },
});
