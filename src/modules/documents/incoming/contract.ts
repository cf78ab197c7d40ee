import { circulation } from './circulation/contract.ts';
import { closing } from './closing/contract.ts';
import { handling } from './handling/contract.ts';
import { intake } from './intake/contract.ts';
import { originals } from './originals/contract.ts';
import { parts } from './parts/contract.ts';
import { register } from './register/contract.ts';
import { replacements } from './replacements/contract.ts';
import { review } from './review/contract.ts';
import { senders } from './senders/contract.ts';
import { urging } from './urging/contract.ts';

/** The incoming document, from the door to done. */
export const incoming = { ...senders, ...intake, ...review, ...replacements, ...handling, ...parts, ...circulation, ...urging, ...closing, ...originals, ...register };
