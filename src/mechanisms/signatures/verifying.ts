import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { ours } from './certificates.ts';
import { covered } from './pdf.ts';

export interface Verdict {
  /** none: not signed · ours · foreign: signed by another · changed: not what was signed, or added to afterwards · unreadable: cannot be checked here. */
  state: 'none' | 'ours' | 'foreign' | 'changed' | 'unreadable';
  signer: string;
  reason: string;
  /** As the signer's clock said, an instant. */
  at: string | null;
}

const nothing: Verdict = { state: 'none', signer: '', reason: '', at: null };

/** Who signed a PDF last, and whether it is still what was signed. */
export const verdictOn = async (pdf: Buffer): Promise<Verdict> => {
  const text = pdf.toString('latin1');
  const range = [...text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)].at(-1);
  if (!range) return nothing;
  const [from, before, after, rest] = range.slice(1).map(Number) as [number, number, number, number];
  const said = saidIn(text.slice(text.lastIndexOf(' obj', range.index), text.indexOf('endobj', range.index)));
  // What stands between the two pieces is the signature and nothing else, and the pieces are the whole file.
  const isWhole = from === 0 && after + rest === pdf.length && /^<[0-9a-fA-F]*>$/.test(text.slice(before, after));
  if (!isWhole) return { ...said, state: 'changed' };
  return judged(Buffer.from(text.slice(before + 1, after - 1), 'hex'), covered(pdf, { before, after, end: pdf.length }), said);
};

const judged = async (signature: Buffer, bytes: Buffer, said: Verdict): Promise<Verdict> => {
  try {
    const { result } = asn1js.fromBER(new Uint8Array(signature));
    const data = new pkijs.SignedData({ schema: new pkijs.ContentInfo({ schema: result }).content });
    const certificate = data.certificates?.find((one) => one instanceof pkijs.Certificate && one.serialNumber.isEqual((data.signerInfos[0]!.sid as pkijs.IssuerAndSerialNumber).serialNumber)) as pkijs.Certificate | undefined;
    if (!certificate) return { ...said, state: 'unreadable' };
    const signer = nameOf(certificate);
    const isUnchanged = await data.verify({ signer: 0, data: new Uint8Array(bytes).buffer, checkChain: false }).catch(() => false);
    if (!isUnchanged) return { ...said, signer, state: 'changed' };
    const der = Buffer.from(certificate.toSchema(true).toBER(false));
    return { ...said, signer, state: (await ours()).some((one) => der.equals(one)) ? 'ours' : 'foreign' };
  } catch {
    return { ...said, state: 'unreadable' };
  }
};

const nameOf = ({ subject }: pkijs.Certificate) => String(subject.typesAndValues.find(({ type }) => type === '2.5.4.3')?.value.valueBlock.value ?? '');

const saidIn = (dictionary: string): Verdict => {
  const reason = /\/Reason\s*<([0-9a-fA-F]+)>/.exec(dictionary)?.[1];
  const date = /\/M\s*\(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'?(\d\d)?'?)?/.exec(dictionary);
  const at = date ? new Date(`${date[1]}-${date[2]}-${date[3]}T${date[4]}:${date[5]}:${date[6]}${date[7] ? `${date[7]}:${date[8] ?? '00'}` : 'Z'}`) : undefined;
  return { ...nothing, reason: reason ? unicode(Buffer.from(reason, 'hex')) : '', at: at && !Number.isNaN(at.getTime()) ? at.toISOString() : null };
};

const unicode = (bytes: Buffer) => (bytes[0] === 0xfe && bytes[1] === 0xff && bytes.length % 2 === 0 ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le') : bytes.toString('latin1'));
