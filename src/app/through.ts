import type { FastifyInstance } from 'fastify';
import type { Send } from '#platform/client.ts';

/** A typed client's way into the application without a network. */
export const through = (app: FastifyInstance, token: string): Send => async ({ method, url, body, key }) => {
  const bytes = body instanceof Uint8Array;
  const headers = {
    ...(token && { authorization: `Bearer ${token}` }),
    ...(key && { 'idempotency-key': key }),
    ...(bytes && { 'content-type': 'application/octet-stream' }),
  };
  const response = await app.inject({ method: method as 'GET', url, headers, ...(body !== undefined && { payload: (bytes ? Buffer.from(body) : body) as object }) });
  const isJson = /json/.test(String(response.headers['content-type']));
  return { status: response.statusCode, body: isJson ? response.json() : response.rawPayload, headers: response.headers };
};
