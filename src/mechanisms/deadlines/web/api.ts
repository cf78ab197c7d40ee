import { client } from '#platform/client.ts';
import { deadlines } from '../contract.ts';

export const api = client('deadlines', deadlines);
