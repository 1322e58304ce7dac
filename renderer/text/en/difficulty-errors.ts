import type { difficultyErrors as vi } from '../vi/difficulty-errors'

export const difficultyErrors: typeof vi = {
  'difficulty.not-found': () => 'This difficulty was not found. Open the list again.',
  'difficulty.no-text': () => 'Nothing was written. Write a sentence and send it.',
  'difficulty.already-solved': () => 'This difficulty was already said to be solved.',
}
