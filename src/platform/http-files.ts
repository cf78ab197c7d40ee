import type { FastifyReply } from 'fastify';
import type { FileAnswer } from './module.ts';

// Shown in the page; everything else is only ever saved.
const shown = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'image/svg+xml']);

/** A file leaves with a fixed type, as an attachment, and can run nothing in our name. */
export const sendFile = (reply: FastifyReply, { name, type, content, inline, keeps }: FileAnswer) => {
  const how = inline && shown.has(type) ? 'inline' : 'attachment';
  return reply
    .header('content-disposition', `${how}; filename*=UTF-8''${encodeURIComponent(name).replace(/[!'()*]/g, percent)}`)
    .header('x-content-type-options', 'nosniff')
    // A PDF viewer is a plugin to a browser, which a sandbox would forbid.
    .header('content-security-policy', type === 'application/pdf' ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'" : "default-src 'none'; style-src 'unsafe-inline'; sandbox")
    .header('cache-control', keeps ? 'private, max-age=3600' : 'private, no-cache')
    .type(how === 'inline' ? type : shown.has(type) || type.startsWith('application/') ? type : 'application/octet-stream')
    .send(content);
};

const percent = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
