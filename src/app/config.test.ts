import { expect, test } from 'vitest';
import { describeConfig, loadConfig, variables } from './config.ts';

test('what is not set has a standard value', () => {
  expect(loadConfig({}, [])).toMatchObject({ port: 8080, host: '127.0.0.1', databaseUrl: undefined, role: 'all', sample: false, trustProxy: false });
});

test.each([
  [{ PORT: '80a' }, [], 'PORT=80a'],
  [{ PORT: '70000' }, [], '1–65535'],
  [{ DATABASE_URL: 'mysql://u:geheim@h/d' }, [], 'DATABASE_URL=mysql://•@h/d'],
  [{ LOG_LEVEL: 'loud' }, [], 'silent, error, warn, info, debug'],
  [{ SAMPLE_PASSWORD: 'short' }, [], 'SAMPLE_PASSWORD=•'],
  [{}, ['--role=both'], '--role=both'],
  [{}, ['--smaple'], '--smaple'],
])('a wrong value stops the start: %j %j', (env, argv, says) => expect(() => loadConfig(env, argv)).toThrow(says));

test('every variable is documented', () => {
  for (const name of Object.keys(variables)) expect(describeConfig()).toContain(name);
});
