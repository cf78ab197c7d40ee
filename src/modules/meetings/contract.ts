import { calling } from './calling/contract.ts';
import { equipment } from './equipment/contract.ts';
import { materials } from './materials/contract.ts';
import { minutes } from './minutes/contract.ts';
import { papers } from './papers/contract.ts';
import { planning } from './planning/contract.ts';
import { reports } from './reports/contract.ts';
import { resolutions } from './resolutions/contract.ts';
import { seating } from './seating/contract.ts';
import { signin } from './signin/contract.ts';
import { sitting } from './sitting/contract.ts';
import { topics } from './topics/contract.ts';

/** 会议: what is to be talked about, who comes, and what came of it. */
export const meetings = { ...topics, ...planning, ...calling, ...equipment, ...seating, ...materials, ...signin, ...sitting, ...resolutions, ...papers, ...minutes, ...reports };
