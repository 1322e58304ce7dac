import { parentPort, workerData } from 'node:worker_threads'
import { findCodes } from './exchange/find-codes'

/*
 * The thread that reads the codes of one picture and ends.
 */
void findCodes(workerData as Uint8Array).then(texts => parentPort?.postMessage(texts))
