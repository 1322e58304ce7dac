import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { findCodes } from './exchange/find-codes'

/*
 * The thread that reads the codes of one picture and ends.
 */
const reader = new Uint8Array(readFileSync(path.join(__dirname, 'zxing_reader.wasm'))).buffer
void findCodes(workerData as Uint8Array, reader).then(texts => parentPort?.postMessage(texts))
