import { rmSync } from 'node:fs';
import { openSchool } from './school.ts';

/** The sample school is made once; every file of journeys begins with a copy of it. */
export default async () => {
  const made = await openSchool(['--sample']);
  await made.stop();
  process.env['SAMPLE_MADE'] = made.data;
  return () => rmSync(made.data, { recursive: true, force: true });
};
