import { everybody } from '#mechanisms/access/roles.ts';
import { declareSubject } from '#mechanisms/approvals/subjects.ts';
import { declareLife } from '#mechanisms/lifecycle/lives.ts';
import { declareMessages } from '#mechanisms/notifications/wording.ts';
import { defineModule } from '#platform/module.ts';
import { actions as checking } from './checking/actions.ts';
import { outgoing as contract } from './contract.ts';
import { actions as drafts } from './drafts/actions.ts';
import { queries as recipients } from './drafts/queries.ts';
import { actions as issuing } from './issuing/actions.ts';
import { queries as deliveries } from './issuing/queries.ts';
import { life } from './life.ts';
import { listens } from './listens.ts';
import { actions as numbers } from './numbers/actions.ts';
import { queries as numbersGiven } from './numbers/queries.ts';
import { actions as papers, queries as printed, transfers as verification } from './papers/actions.ts';
import { making } from './papers/making.ts';
import { queries as register } from './register/queries.ts';
import { subject } from './route.ts';
import { actions as sealing } from './sealing/actions.ts';
import { transfers as pictures } from './sealing/pictures.ts';
import { queries as seals } from './sealing/queries.ts';
import { actions as templates } from './templates/actions.ts';
import { queries as templatesThere } from './templates/queries.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

declareSubject(subject);
declareLife(life);
declareMessages(zh.messages, en.messages, { 'outgoing.issued': { mail: 'on_wish', zh: '收到发文', en: 'Documents issued to my department' }, 'outgoing.papers_failed': { mail: 'usually', zh: '发文定稿未能生成', en: 'Final papers that could not be made' } });

export const outgoing = defineModule({
  name: 'outgoing',
  contract,
  queries: { ...register, ...recipients, ...numbersGiven, ...seals, ...deliveries, ...printed, ...templatesThere },
  actions: { ...drafts, ...checking, ...numbers, ...sealing, ...issuing, ...papers, ...templates },
  transfers: { ...pictures, ...verification },
  jobs: { 'outgoing.make_papers': making },
  listens,
  constraints: { outgoing_numbers_one_a_document: 'outgoing.numbered_already', outgoing_series_pkey: 'outgoing.series_there_already', seals_name_key: 'outgoing.seal_there_already', outgoing_deliveries_once: 'outgoing.delivery_twice', outgoing_templates_one_name: 'outgoing.template_there_already' },
  grants: {
    'outgoing.read': everybody,
    'outgoing.read_all': ['office.clerk', 'office.director', 'principal', 'archivist'],
    'outgoing.draft': everybody,
    'outgoing.check': ['office.clerk', 'office.director'],
    'outgoing.seals': ['office.director'],
    'outgoing.templates': ['office.clerk', 'office.director'],
  },
});
