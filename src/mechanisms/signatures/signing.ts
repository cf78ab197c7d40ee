import { createHash, webcrypto } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import type { Holder } from './certificates.ts';
import { covered, filled, withRoom } from './pdf.ts';

const { subtle } = webcrypto;

/** The PDF signed by the holder (PAdES baseline, RSA with SHA-256). The same PDF, key and moment give the same bytes. */
export const signed = async (pdf: Buffer, holder: Holder, said: { name: string; reason: string; at: string }) => {
  const { pdf: roomy, place } = withRoom(pdf, said);
  return filled(roomy, place, await signatureOf(covered(roomy, place), holder));
};

const signatureOf = async (bytes: Buffer, { certificate, der, key }: Holder) => {
  const attribute = (type: string, value: asn1js.BaseBlock) => new pkijs.Attribute({ type, values: [value] });
  const octets = (value: Uint8Array) => new asn1js.OctetString({ valueHex: new Uint8Array(value).buffer });
  const sha256 = (value: Uint8Array) => createHash('sha256').update(value).digest();
  const attributes = [
    attribute('1.2.840.113549.1.9.3', new asn1js.ObjectIdentifier({ value: '1.2.840.113549.1.7.1' })),
    attribute('1.2.840.113549.1.9.4', octets(sha256(bytes))),
    // ESS signing-certificate-v2: the signature is bound to this certificate.
    attribute('1.2.840.113549.1.9.16.2.47', new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [octets(sha256(der))] })] })] })),
  ];
  const data = new pkijs.SignedData({
    version: 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: '1.2.840.113549.1.7.1' }),
    signerInfos: [new pkijs.SignerInfo({ version: 1, sid: new pkijs.IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }), signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes }) })],
    certificates: [certificate],
  });
  const usable = await subtle.importKey('pkcs8', key.export({ type: 'pkcs8', format: 'der' }), { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, false, ['sign']);
  await data.sign(usable as never, 0, 'SHA-256', bytes as never);
  return Buffer.from(new pkijs.ContentInfo({ contentType: '1.2.840.113549.1.7.2', content: data.toSchema(true) }).toSchema().toBER(false));
};
