import { checking } from './checking/contract.ts';
import { drafts } from './drafts/contract.ts';
import { issuing } from './issuing/contract.ts';
import { numbers } from './numbers/contract.ts';
import { papers } from './papers/contract.ts';
import { register } from './register/contract.ts';
import { sealing } from './sealing/contract.ts';
import { templates } from './templates/contract.ts';

/** The outgoing document, from the draft to whoever has it. */
export const outgoing = { ...drafts, ...checking, ...numbers, ...sealing, ...issuing, ...papers, ...templates, ...register };
