import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { meaningOf } from './db.ts';
import { malformed, notFound, Problem } from './problem.ts';

/** Every error leaves as an RFC 9457 problem; only a bug is a 500, and it says nothing of the inside. */
export const answerProblems = (app: FastifyInstance) => {
  app.setNotFoundHandler((request, reply) => reply.code(404).type(problemJson).send(problemBody(notFound(), request.id)));
  app.setErrorHandler(answerProblem);
};

/** One error as a problem; only our own fault is written to the log. */
export const answerProblem = (error: FastifyError | Problem | Error, request: FastifyRequest, reply: FastifyReply) => {
  const problem = error instanceof Problem ? error : (fromDatabase(error) ?? fromFastify(error));
  if (problem.status >= 500) request.log.error(error);
  if (problem.status === 503) reply.header('retry-after', '2');
  return reply.code(problem.status).type(problemJson).send(problemBody(problem, request.id));
};

const problemJson = 'application/problem+json';

const fromDatabase = (error: Error) => {
  const meaning = meaningOf(error);
  if (meaning === 'malformed') return malformed('a value the database cannot hold');
  if (meaning === 'away') return new Problem(503, ['platform.database_away'], 'The database is starting again: try again in a moment. With the same idempotency key nothing is done twice.');
  return meaning && new Problem(507, ['platform.disk_full'], 'The disk is full. Nothing was saved.');
};

const fromFastify = (error: { statusCode?: number; message: string }) =>
  error.statusCode && error.statusCode < 500
    ? new Problem(error.statusCode, ['platform.malformed'], error.message)
    : new Problem(500, ['platform.bug'], 'This is our mistake.');

const problemBody = ({ status, codes, message }: Problem, instance: string) =>
  JSON.stringify({ type: 'about:blank', title: codes[0], status, detail: message, codes, instance });
