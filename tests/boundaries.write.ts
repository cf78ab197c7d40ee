// Writes .oxlintrc.json from the module list.
import { writeFileSync } from 'node:fs';
import { needs } from '#app/modules.ts';
import { oxlintConfig } from './boundaries.ts';

writeFileSync('.oxlintrc.json', `${JSON.stringify(oxlintConfig(needs), null, 2)}\n`);
