import { defineConfig } from 'vitest/config'

/**
 * End-to-end tests in the real Electron, one after the other: they share one screen and its keyboard focus.
 * `--mode shots` runs the files that make screenshots instead (`npm run shots`).
 */
export default defineConfig(({ mode }) => ({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: [mode === 'shots' ? 'tests/e2e/**/*.shots.ts' : 'tests/e2e/**/*.e2e.ts'],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 60_000,
    // A busy machine draws later than in the second that is waited for by itself.
    expect: { poll: { timeout: 15_000 } },
  },
}))
