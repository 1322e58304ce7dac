import { z } from 'zod'
import type { Instant } from '../domain/calendar/calendar-day'
import { type Difficulty, difficultyThemes } from '../domain/supervision/difficulty'
import { mostLogLines } from '../domain/supervision/safe-log'
import { defineCall, typed } from './call'
import { id, line } from './values'

/*
 * What a user could not do, written from any screen. It travels up; the answer comes back. Decision 0046.
 */

/** A PNG as base64: the first bytes say so. Larger than a screen of half size is none of ours. */
const picture = z
  .string()
  .max(1_500_000)
  .regex(/^iVBORw0KGgo[A-Za-z0-9+/]+={0,2}$/)

const part = z.int().min(0).max(255)

/**
 * What main takes along for a difficulty: the window as it is, and the end of the log. `colour` is that of the border which
 * the window draws with its cover: a picture without it is not given.
 */
export const takePicture = defineCall({
  name: 'difficulty.take-picture',
  kind: 'read',
  servedBy: 'main',
  audience: 'signed-in',
  request: z.strictObject({ colour: z.tuple([part, part, part]) }),
  response: z.strictObject({ picture: picture.nullable(), log: z.array(z.string()) }),
  errors: [],
})

export const writeDifficulty = defineCall({
  name: 'difficulty.write',
  kind: 'write',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({
    theme: z.enum(difficultyThemes),
    text: line(2_000),
    proposal: line(1_000).nullable(),
    screen: z.string().max(60),
    picture: picture.nullable(),
    log: z.array(z.string().max(1_000)).max(mostLogLines),
  }),
  response: z.strictObject({ difficultyId: id }),
  errors: ['difficulty.no-text'],
})

export type DifficultyView = Omit<Difficulty, 'picture' | 'log' | 'writtenByUserId'> & {
  readonly difficultyId: string
  readonly hasPicture: boolean
  /** Whether the province's server has it. */
  readonly isSent: boolean
  /** Every answer, oldest first. */
  readonly answers: readonly { readonly text: string; readonly byName: string | null; readonly at: Instant }[]
}

/** Difficulties of this point, open ones first, newest first. */
export const listDifficulties = defineCall({
  name: 'difficulty.list',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({}),
  response: typed<{ readonly difficulties: readonly DifficultyView[] }>(),
  errors: [],
})

/** Picture and log of one. */
export const getDifficulty = defineCall({
  name: 'difficulty.get',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ difficultyId: id }),
  response: typed<Pick<Difficulty, 'picture' | 'log'>>(),
  errors: ['difficulty.not-found'],
})

/** The point itself says that it is over. */
export const solveDifficulty = defineCall({
  name: 'difficulty.solve',
  kind: 'write',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ difficultyId: id }),
  response: z.strictObject({}),
  errors: ['difficulty.not-found', 'difficulty.already-solved'],
})
