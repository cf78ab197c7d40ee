import { everybody } from '#mechanisms/access/roles.ts';
import { declareMessages } from '#mechanisms/notifications/wording.ts';
import { defineModule } from '#platform/module.ts';
import { library as contract } from './contract.ts';
import { actions as looking } from './finding/actions.ts';
import { transfers as archive } from './finding/archive.ts';
import { tellFollowers } from './finding/followers.ts';
import { queries as finding } from './finding/queries.ts';
import { actions as items } from './items/actions.ts';
import { queries as tree } from './items/queries.ts';
import { emptyTrash } from './items/removing.ts';
import { listens } from './listens.ts';
import { actions as rights } from './rights/actions.ts';
import { queries as rightsGiven } from './rights/queries.ts';
import { actions as versions } from './versions/actions.ts';
import { queries as files, transfers as contents } from './versions/queries.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

declareMessages(zh.messages, en.messages, { 'library.shared': { mail: 'on_wish', zh: '有人向我开放资料', en: 'Files or folders opened to me' }, 'library.lock_broken': { mail: 'usually', zh: '我的签出被解除', en: 'My lock of a file was broken' } });

export const library = defineModule({
  name: 'library',
  contract,
  queries: { ...tree, ...files, ...rightsGiven, ...finding },
  actions: { ...items, ...versions, ...rights, ...looking },
  transfers: { ...contents, ...archive },
  listens,
  jobs: { 'library.empty_trash': { cron: '10 4 * * *', retries: 1, timeout: 1800, work: ({ db, now }) => emptyTrash(db, now()) }, 'library.tell_followers': { cron: '*/15 * * * *', retries: 0, timeout: 600, work: ({ db, now }) => tellFollowers(db, now()) } },
  settings: {
    'library.trash_days': { value: 30, unit: 'days', clause: 'EDM-1', zh: '回收站保留', en: 'Trash keeps files for', least: 1, most: 365 },
    'library.quota_gb': { value: 50, unit: 'GB', clause: 'EDM-1', zh: '每个部门、项目的文档库空间', en: 'Room of each department or project in the library', least: 1, most: 10_000 },
  },
  grants: { 'library.read': everybody, 'library.projects': ['office.clerk', 'office.director', 'department.head', 'leader', 'principal'], 'library.office': ['office.clerk', 'office.director'] },
});
