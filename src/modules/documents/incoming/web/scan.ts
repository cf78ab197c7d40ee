interface Detector {
  detect: (image: ImageBitmapSource) => Promise<{ rawValue: string }[]>;
}

declare const BarcodeDetector: { new (options: { formats: string[] }): Detector } | undefined;

/** The code on a label, whatever stands before it: `/q/CODE`, an address that ends so, or the code alone as it is typed. */
export const codeOf = (text: string) => /(?:^|\/q\/)([A-Za-z0-9-]{4,40})\/?$/.exec(text.trim())?.[1] ?? '';

/** Whether this browser reads a QR code from a picture. */
export const readsPictures = () => typeof BarcodeDetector !== 'undefined';

/** What the QR code on the picture says; empty when none was found. */
export const readPicture = async (file: Blob) => {
  const image = await createImageBitmap(file);
  const found = await new BarcodeDetector!({ formats: ['qr_code'] }).detect(image);
  return found[0]?.rawValue ?? '';
};
