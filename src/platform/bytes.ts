import { z } from 'zod';
import type { FileAnswer } from './module.ts';

/** A body of raw bytes (application/octet-stream); the handler gets a Buffer. */
export const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array).meta({ bytes: true });

/** An answer of bytes: the handler returns a FileAnswer. */
export const file = z.custom<FileAnswer>(() => true).meta({ file: true });
