import { client } from '#platform/client.ts';
import { organisation } from '../contract.ts';

export const api = client('organisation', organisation);
