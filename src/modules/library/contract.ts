import { finding } from './finding/contract.ts';
import { items } from './items/contract.ts';
import { rights } from './rights/contract.ts';
import { versions } from './versions/contract.ts';

/** 文档库: the files of departments, projects and the school. */
export const library = { ...items, ...versions, ...rights, ...finding };
