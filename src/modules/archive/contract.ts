import { boxes } from './boxes/contract.ts';
import { catalogue } from './catalogue/contract.ts';
import { destruction } from './destruction/contract.ts';
import { filing } from './filing/contract.ts';
import { fixity } from './fixity/contract.ts';
import { loans } from './loans/contract.ts';
import { paper } from './paper/contract.ts';
import { retention } from './retention/contract.ts';
import { transfer } from './transfer/contract.ts';
import { years } from './years/contract.ts';

/** 档案: what is finished is kept by year, and can be found again. */
export const archive = { ...filing, ...catalogue, ...retention, ...years, ...boxes, ...fixity, ...transfer, ...loans, ...paper, ...destruction };
