import { expect, test } from 'vitest';
import { describeConfig, loadConfig, variables } from './config.ts';

test('what is not set has a standard value', () => {
  expect(loadConfig({}, [])).toMatchObject({ port: 8080, host: '127.0.0.1', databaseUrl: undefined, role: 'all', sample: false, trustProxy: false });
});

const here = import.meta.filename;

test.each([
  [{ PORT: '80a' }, [], 'PORT=80a'],
  [{ PORT: '70000' }, [], '1–65535'],
  [{ PORT: '0' }, [], 'PORT=0'],
  [{ PORT: '1e3' }, [], 'PORT=1e3'],
  [{ HOST: 'my school' }, [], 'HOST=my school'],
  [{ DATA_DIR: here }, [], `DATA_DIR=${here}`],
  [{ DATABASE_URL: 'mysql://u:geheim@h/d' }, [], 'DATABASE_URL=mysql://•@h/d'],
  [{ DATABASE_URL: 'postgres://u:ge@heim@h:port/d' }, [], 'DATABASE_URL=postgres://•@h:port/d'],
  [{ DATABASE_URL: 'postgres://' }, [], 'DATABASE_URL=postgres://'],
  [{ DATABASE_URL: 'geheim' }, [], 'DATABASE_URL=•'],
  [{ SAMPLE_PASSWORD: 'short' }, [], 'SAMPLE_PASSWORD=•'],
  [{ PUBLIC_URL: 'school.example' }, [], 'PUBLIC_URL=school.example'],
  [{ TRUST_PROXY: 'yes' }, [], 'TRUST_PROXY=yes'],
  [{ SMTP_URL: 'mail.school.example' }, [], 'SMTP_URL=•'],
  [{ SMTP_URL: 'smtp://u:geheim@h:x' }, [], 'SMTP_URL=smtp://•@h:x'],
  [{ MAIL_FROM: '办公室' }, [], 'MAIL_FROM=办公室'],
  [{ FONT_DIR: '/no/such/folder' }, [], 'FONT_DIR=/no/such/folder'],
  [{ LOG_LEVEL: 'loud' }, [], 'silent, error, warn, info, debug'],
  [{}, ['--role=both'], '--role=both'],
  [{}, ['--role=web'], 'DATABASE_URL'],
  [{}, ['--smaple'], '--smaple'],
])('a wrong value stops the start: %j %j', (env, argv, says) => {
  expect(() => loadConfig(env, argv)).toThrow(says);
  expect(() => loadConfig(env, argv)).not.toThrow('heim');
});

test('right values are taken', () => {
  const env = {
    PORT: '80', HOST: '::', DATABASE_URL: 'postgresql://u:p@h/d', SMTP_URL: 'smtps://h', MAIL_FROM: '办公室 <office@school.example>', TRUST_PROXY: '1', PUBLIC_URL: 'https://office.school.example', FONT_DIR: import.meta.dirname,
  };
  expect(loadConfig(env, ['--role=worker'])).toMatchObject({ port: 80, host: '::', role: 'worker', trustProxy: true, fontDir: import.meta.dirname });
});

test('a server may be reached by its socket', () => {
  const url = 'postgres://zongban@/zongban?host=%2Frun%2Fpostgresql';
  expect(loadConfig({ DATABASE_URL: url }, [])).toMatchObject({ databaseUrl: url });
});

test('every variable is documented', () => {
  for (const name of Object.keys(variables)) expect(describeConfig()).toContain(name);
});
