import { createPrivateKey, type KeyObject, randomBytes, webcrypto } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { inFolder } from './folder.ts';

const { subtle } = webcrypto;
pkijs.setEngine('node', new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto as never, subtle: subtle as never }));

export interface Holder {
  certificate: pkijs.Certificate;
  der: Uint8Array<ArrayBuffer>;
  key: KeyObject;
}

/** The school's certificate with its key; made on the spot for a school that has none. Refuses a key that is not RSA or belongs to another certificate. */
export const schoolCertificate = async (school: string, now: string): Promise<Holder> => {
  const there = await kept();
  if (there) return there;
  await keep(() => made(school, now));
  return (await kept())!;
};

/** Certificates with which the school signs, or signed before: every .pem of the folder. */
export const ours = async (): Promise<Uint8Array[]> => {
  const names = await readdir(inFolder('.')).catch(() => []);
  return Promise.all(names.filter((name) => name.endsWith('.pem')).map(async (name) => derOf(await readFile(inFolder(name), 'utf8'))));
};

const kept = async (): Promise<Holder | undefined> => {
  const pem = await readFile(inFolder('school.pem'), 'utf8').catch(missing);
  if (pem === undefined) return undefined;
  const der = derOf(pem);
  const certificate = pkijs.Certificate.fromBER(der);
  const key = createPrivateKey(await readFile(inFolder('school.key')));
  if (key.asymmetricKeyType !== 'rsa') throw new Error('school.key is not an RSA key');
  return { certificate, der, key };
};

const missing = (error: NodeJS.ErrnoException) => {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
};

const derOf = (pem: string) => new Uint8Array(Buffer.from(/-----BEGIN CERTIFICATE-----([\s\S]*?)-----END/.exec(pem)?.[1]?.replace(/\s/g, '') ?? '', 'base64'));

const years = 20;

const made = async (school: string, now: string) => {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 3072, publicExponent: new Uint8Array([1, 0, 1]) };
  const keys = await subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  // A serial number is positive.
  certificate.serialNumber = new asn1js.Integer({ valueHex: new Uint8Array([1, ...randomBytes(15)]).buffer });
  for (const name of [certificate.issuer, certificate.subject])
    for (const type of ['2.5.4.3', '2.5.4.10']) name.typesAndValues.push(new pkijs.AttributeTypeAndValue({ type, value: new asn1js.Utf8String({ value: school }) as never }));
  certificate.notBefore.value = new Date(now);
  certificate.notAfter.value = new Date(Date.parse(now) + years * 365.25 * 86_400_000);
  certificate.extensions = [
    new pkijs.Extension({ extnID: '2.5.29.19', critical: true, extnValue: new pkijs.BasicConstraints({ cA: false }).toSchema().toBER(false) }),
    // digitalSignature and nonRepudiation
    new pkijs.Extension({ extnID: '2.5.29.15', critical: true, extnValue: new asn1js.BitString({ valueHex: new Uint8Array([0xc0]).buffer, unusedBits: 6 }).toBER(false) }),
  ];
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey as never);
  await certificate.sign(keys.privateKey as never, 'SHA-256');
  return { certificate: pem('CERTIFICATE', certificate.toSchema(true).toBER(false)), key: pem('PRIVATE KEY', await subtle.exportKey('pkcs8', keys.privateKey)) };
};

const pem = (what: string, der: ArrayBuffer) => `-----BEGIN ${what}-----\n${Buffer.from(der).toString('base64').replace(/.{64}/g, '$&\n').trimEnd()}\n-----END ${what}-----\n`;

/** Of two processes that begin at once, one makes it: the pair has one name, taken once. */
const keep = async (make: () => ReturnType<typeof made>) => {
  await mkdir(inFolder('.'), { recursive: true, mode: 0o700 });
  const lock = await open(inFolder('making'), 'wx', 0o600).catch(() => undefined);
  if (!lock) return waited();
  try {
    if (await kept()) return;
    const { certificate, key } = await make();
    await settled('school.key', key);
    await settled('school.pem', certificate);
  } finally {
    await lock.close();
    await rm(inFolder('making'), { force: true });
  }
};

const patience = 5000;

const waited = async () => {
  for (let gone = 0; gone < patience && !(await kept().catch(() => undefined)); gone += 50) await new Promise((resolve) => setTimeout(resolve, 50));
  if (!(await kept())) throw new Error(`the certificate was begun and never finished: remove ${inFolder('making')}`);
};

/** Whole on the disk before it has its name; a name that is taken is not written over. */
const settled = async (name: string, text: string) => {
  const part = inFolder(`${name}.part`);
  await rm(part, { force: true });
  const file = await open(part, 'wx', 0o600);
  await file.writeFile(text).then(() => file.sync()).finally(() => file.close());
  await link(part, inFolder(name));
  await rm(part);
};
